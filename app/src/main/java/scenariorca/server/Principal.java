package scenariorca.server;

import scenariorca.warehouse.Viewer;

/**
 * Who asks, once let in.
 *
 * @param name for the access log and the limits. Example: key:grafana
 * @param viewer what it sees
 * @param isAdmin whether it may read the metrics
 */
record Principal(String name, Viewer viewer, boolean isAdmin) {
    /** Anyone, on a server that is open because only this machine can reach it. */
    static final Principal ANYONE = new Principal("anyone", Viewer.ALL, true);

    /** Who has the key of the settings. */
    static final Principal OPERATOR = new Principal("key:API_KEY", Viewer.ALL, true);

    /** Who asks for what is open to all: the door, health, the documentation. */
    static final Principal STRANGER = new Principal("-", Viewer.NOBODY, false);
}
