package scenariorca.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import scenariorca.platform.ChannelHealth;
import scenariorca.report.ReportDatabase;

/**
 * A warehouse in which problem a10000000001 begins, grows, ends and comes back as a test likes, and a clock that it sets. The
 * problem strikes run 3 of scenario 1 (Oncology) first.
 */
final class AlertWorld implements AutoCloseable {
    /** An hour after run 3 failed. */
    static final Instant BEGIN = Instant.parse("2026-02-09T12:05:00Z");

    private final ReportDatabase database;
    private Instant now = BEGIN;

    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    AlertWorld(String purpose) {
        database = ReportDatabase.filled(purpose);
        database.execute("""
                update fact_scenario_run set problem_key = null where problem_key = 1;
                delete from fact_problem_run where problem_key = 1;
                delete from fact_problem_episode where problem_key = 1;
                update dim_problem set is_open = false where problem_key = 1;
                update etl_run set source_snapshot_at = '2026-02-09T12:00Z', ended_at = '2026-02-09T12:00Z'
                """);
    }

    ReportDatabase database() {
        return database;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** The problem strikes run 3. */
    void begin() {
        change("""
                update fact_scenario_run set problem_key = 1 where run_fact_key = 3;
                insert into fact_problem_episode (
                    problem_key, episode_no, first_run_id, last_run_id, started_at, last_failed_at
                )
                select 1, 1, run_id, run_id, run_started_at, run_started_at from fact_scenario_run where run_fact_key = 3;
                update dim_problem set is_open = true, episode_count = 1 where problem_key = 1
                """);
    }

    /** So many more runs of a scenario fail now. */
    void strike(int runs, int scenario) {
        change("""
                insert into fact_scenario_run
                overriding system value
                select (jsonb_populate_record(run, jsonb_build_object(
                    'run_id', gen_random_uuid(),
                    'run_fact_key', (select max(run_fact_key) from fact_scenario_run) + copy_no,
                    'scenario_key', %2$d,
                    'model_key', (select model_key from dim_scenario where scenario_key = %2$d),
                    'problem_key', 1,
                    'run_started_at', '%3$s',
                    'run_ended_at', '%3$s'
                ))).*
                from fact_scenario_run as run
                cross join generate_series(1, %1$d) as copy_no
                where run.run_fact_key = 3;
                update fact_problem_episode set last_failed_at = '%3$s'
                where problem_key = 1 and recovered_at is null
                """.formatted(runs, scenario, now));
    }

    /** It has stopped. */
    void recover() {
        change("""
                update fact_problem_episode set recovered_at = '%s', recovery = 'same_inputs' where problem_key = 1;
                update dim_problem set is_open = false where problem_key = 1
                """.formatted(now));
    }

    /** It strikes a run again, in a new episode. */
    void comeBack() {
        change("""
                insert into fact_problem_episode (
                    problem_key, episode_no, first_run_id, last_run_id, started_at, last_failed_at
                )
                select 1, 2, run_id, run_id, '%1$s', '%1$s' from fact_scenario_run where run_fact_key = 3;
                update dim_problem set is_open = true, episode_count = 2 where problem_key = 1
                """.formatted(now));
        strike(1, 1);
    }

    /** As a load does that tells the problem anew. */
    void change(String sql) {
        database.execute(sql + """
                ;
                insert into alert_change (problem_key, change_no)
                select 1, coalesce(max(change_no), 0) + 1 from alert_change
                on conflict (problem_key) do update set change_no = excluded.change_no
                """);
    }

    /** How the channels named {@code hook} are. */
    final ChannelHealth health = new ChannelHealth(List.of("hook"));

    Alerts alerts() {
        return new Alerts(
                database.warehouse(), database.reader(), new Alerts.Place("https://rca.example.com", clock, health));
    }

    @Override
    public void close() {
        database.close();
    }
}
