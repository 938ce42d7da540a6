package scenariorca.simulator.varied.domain;

import java.util.List;
import scenariorca.simulator.basis.Dice;

/** A trade that forecasts. */
public interface Domain {
    /** All there are. */
    List<Domain> ALL = List.of(
            new Insurance(),
            new Airline(),
            new Hospital(),
            new WaterSupply(),
            new Port(),
            new Advertising(),
            new PatientFlow(),
            new CallCentre());

    /** Example: insurance. */
    String word();

    /** What its models are about, as an organisation files them: area and field. */
    List<String> filedUnder();

    /** Periods a year: 1, 4 or 12. */
    int perYear();

    /** Draws a model; another die draws another one. */
    void draw(Sketch sketch, Dice dice);
}
