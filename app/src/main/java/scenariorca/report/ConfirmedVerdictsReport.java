package scenariorca.report;

/** How right are verdicts on this installation, by what people said of them? */
public final class ConfirmedVerdictsReport {
    private final ReportSession inquiry;

    ConfirmedVerdictsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<ConfirmedVerdicts> answer() {
        return inquiry.ask(snapshot -> new ConfirmedVerdicts(
                snapshot.query("report/verdicts/confirmed.sql").list(ConfirmedVerdicts.OfClass.class)));
    }
}
