package scenariorca.web;

/** Names, inputs, errors and log lines that want to be more than text. */
final class HostileTexts {
    static final String SQL = """
            update dim_scenario
            set scenario_name = '<script>window.owned=1</script>"''><img src=x onerror="window.owned=1">'
            where scenario_key = 1;
            update dim_scenario set scenario_name = 'שלום ' || chr(8238) || 'txt.exe' || repeat(' ארוך', 60)
            where scenario_key = 2;
            update dim_node set node_name = '<b class=owned>Revenue</b> & ${7*7} ' || chr(8238) || 'eunever'
            where node_key = 3;
            update fact_scenario_run
            set fail_reason = repeat('<i>0123456789</i>', 588) || 'abcd'
            where run_fact_key = 4;
            update fact_cloudwatch_log
            set
                message = chr(27) || '[31m' || chr(8238) || '</pre><script>window.owned=1</script>' || repeat('long', 50),
                stack_trace = 'at <img src=x onerror=window.owned=1>' || chr(8) || repeat('x', 5000);
            update fact_scenario_input_change
            set input_data = jsonb_build_object('<script>window.owned=1</script>', repeat('y', 9957) || '"</td>')
            where node_key = 1;
            update dim_error_pattern set pattern = '<svg onload=window.owned=1> ' || pattern;
            update fact_user_action
            set error_message = '"><script>window.owned=1</script>', success = false
            where user_action_key = (select min(user_action_key) from fact_user_action);
            """;

    private HostileTexts() {}
}
