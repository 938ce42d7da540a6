package scenariorca.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleaseMarksTest {
    private static final ReleaseMarks MARKS = ReleaseMarks.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployed release 2031.4.2 of pricing-core                                     | 2031.4.2    | pricing-core
            Successfully deployed ledger-api:1.9.0-rc.2 to eu-west                        | 1.9.0-rc.2  | ledger-api
            Deployment of quote-engine 7.3.1 completed in 41 s                            | 7.3.1       | quote-engine
            Rolled out version 12.0 of tariff_service                                     | 12.0        | tariff_service
            rollout of fleet-planner v3.2 finished                                        | v3.2        | fleet-planner
            tide-model 4.4.0 has been deployed by ci                                      | 4.4.0       | tide-model
            release 88.1.0 is live                                                        | 88.1.0      |
            Rolled back berth-service to version 5.0.3                                    | 5.0.3       | berth-service
            deploy finished service=yield-calc version=2.2.2 env=prod                     | 2.2.2       | yield-calc
            Starting ReserveApplication v6.1.0 using Java 21.0.4 with PID 1               | 6.1.0       | ReserveApplication
            Successfully pulled image "registry.local/ops/bed-planner:0.17.4" in 2.1s     | 0.17.4      | bed-planner
            Promoted build 3f9c2ab of wells to production                                 | 3f9c2ab     | wells
            Release v212 created by ops@harbour.example                                   | v212        |
            Version 8.2.0 von Tarifrechner wurde erfolgreich ausgerollt                   | 8.2.0       | Tarifrechner
            La version 3.1.4 de calcul-eau a été déployée                                 | 3.1.4       | calcul-eau
            Desplegada la versión 9.0.1 de reservas                                       | 9.0.1       | reservas
            pricing-core 5.6.7 をデプロイしました                                          | 5.6.7       | pricing-core
            """)
    void a_line_that_tells_of_a_release_names_it_and_its_service(String message, String release, String service) {
        assertThat(MARKS.in(message)).hasValueSatisfying(mark -> {
            assertThat(mark.release()).isEqualTo(release);
            assertThat(mark.service()).isEqualTo(service == null ? "" : service);
        });
        assertThat(MARKS.hints())
                .anyMatch(hint -> message.toLowerCase(java.util.Locale.ROOT).contains(hint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deployment of quote-engine 7.3.1 failed: image not found",
                "Deployed release 2031.4.2 of pricing-core was aborted",
                "Version 8.2.0 von Tarifrechner wurde nicht bereitgestellt, fehlgeschlagen",
                "released 12.5 MB of heap",
                "lock released after 3.2 s",
                "deploying soon",
                "shares of release 1.2 add up to 1.4",
                "connection to 10.0.0.7 released",
                "Pulling image \"registry.local/ops/bed-planner:0.17.4\""
            })
    void a_line_that_does_not_tells_of_none(String message) {
        assertThat(MARKS.in(message)).isEmpty();
    }
}
