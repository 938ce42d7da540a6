package scenariorca.logs;

import java.util.List;

/** Finds one kind of thing, or several, that must not be stored. */
sealed interface RedactionRule
        permits ExpressionRule, Assignments, ColumnValues, LooseTokens, TableColumns, VendorTokens {
    /** Adds what is found. @param hits what the gate found in the text */
    void find(String text, Hits hits, List<Span> found);
}
