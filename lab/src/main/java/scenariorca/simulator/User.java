package scenariorca.simulator;

import java.util.List;

/**
 * A person with habits.
 *
 * @param name Example: jdoe
 * @param startHour first working hour, UTC
 * @param hours how many hours a day
 * @param sessionsPerDay on a working day
 * @param carelessness factor of the profile's rate of mistakes; 1 is average
 * @param retries chance that a failed run is simply started again
 * @param copies chance that a session begins with a copy of a scenario
 * @param validates chance to validate before a run
 */
record User(
        String name,
        int startHour,
        int hours,
        double sessionsPerDay,
        double carelessness,
        double retries,
        double copies,
        double validates) {

    /** Somebody else of the same habits. */
    User named(String other) {
        return new User(other, startHour, hours, sessionsPerDay, carelessness, retries, copies, validates);
    }

    /** Starts runs at night. */
    static final String SCHEDULER = "svc_scheduler";

    static final List<User> ALL = List.of(
            new User("jdoe", 7, 9, 1.4, 1.5, 0.4, 0.02, 0.3),
            new User("mwilson", 8, 9, 1.1, 0.6, 0.1, 0.032, 0.8),
            new User("hzhang", 6, 10, 1.6, 0.9, 0.3, 0.04, 0.5),
            new User("apatel", 5, 9, 1.0, 1.2, 0.5, 0.012, 0.4),
            new User("lgarcia", 8, 8, 0.9, 0.4, 0.1, 0.048, 0.9),
            new User("ksato", 1, 9, 1.0, 0.5, 0.2, 0.02, 0.7),
            new User("rmueller", 7, 9, 1.2, 1.0, 0.3, 0.024, 0.5),
            new User("tnguyen", 13, 9, 1.1, 1.4, 0.6, 0.016, 0.2),
            new User("sdubois", 8, 8, 0.8, 0.7, 0.2, 0.04, 0.6),
            new User("cobrien", 13, 9, 0.9, 1.1, 0.3, 0.028, 0.4),
            new User("efischer", 7, 8, 0.7, 0.3, 0.1, 0.008, 0.9),
            new User("bkowalski", 8, 9, 1.0, 1.8, 0.7, 0.02, 0.1));
}
