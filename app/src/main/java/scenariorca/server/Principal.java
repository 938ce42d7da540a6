package scenariorca.server;

import scenariorca.access.Scope;
import scenariorca.warehouse.Viewer;

/**
 * Who asks, once let in.
 *
 * @param name for the access log and the limits. Example: key:grafana
 * @param viewer what it sees
 * @param scope what it may do
 */
record Principal(String name, Viewer viewer, Scope scope) {
    /** Anyone, on a server that is open because only this machine can reach it. */
    static final Principal ANYONE = new Principal("anyone", Viewer.ALL, Scope.ADMIN);

    /** Who has the key of the settings. */
    static final Principal OPERATOR = new Principal("key:API_KEY", Viewer.ALL, Scope.ADMIN);

    /** Who asks for what is open to all: the door, health, the documentation. */
    static final Principal STRANGER = new Principal("-", Viewer.NOBODY, Scope.READ);
}
