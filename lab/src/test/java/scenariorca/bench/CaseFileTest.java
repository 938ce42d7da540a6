package scenariorca.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.Stories;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;

final class CaseFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"my-run-failed", "nobody-changed-anything"})
    void a_case_that_was_kept_is_judged_as_it_was(String story) {
        KnownCase known = known(story);

        KnownCase read = CaseFile.of(CaseFile.line(known));

        assertThat(read).isEqualTo(known);
        assertThat(Json.write(Diagnosis.explain(read.evidence())))
                .isEqualTo(Json.write(Diagnosis.explain(known.evidence())));
    }

    @Test
    void cases_come_back_in_the_order_they_were_kept() {
        Path path = folder.resolve("cases.gz");
        List<KnownCase> known = List.of(known("my-run-failed"), known("nobody-changed-anything"));

        try (CaseFile file = CaseFile.write(path)) {
            known.forEach(file::add);
        }

        List<KnownCase> read = new ArrayList<>();
        CaseFile.read(path, read::add);
        assertThat(read).isEqualTo(known);
    }

    @Test
    void a_file_of_something_else_is_refused_by_name() throws IOException {
        Path path = Files.writeString(folder.resolve("notes.txt"), "no cases");

        assertThatThrownBy(() -> CaseFile.read(path, any -> {}))
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("notes.txt holds no cases");
    }

    private static KnownCase known(String story) {
        CaseTruth truth = CaseTruth.of(Json.read("""
                {"run_id":"00000000-0000-0000-0000-000000000001","class":"input","kind":"range","tags":["distractors"],
                 "domain":"port","causes":[{"node_id":"00000000-0000-0000-0000-000000000004","path":"/market_share"}]}"""));
        return new KnownCase(truth, Stories.evidence(story), 5);
    }
}
