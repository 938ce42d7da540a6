package scenariorca.lab;

import java.util.List;
import scenariorca.cli.CommandSet;

/** What the lab adds to {@code rca}. */
public final class LabCommands implements CommandSet {
    @Override
    public List<Class<?>> commands() {
        return List.of(DemoCommand.class, SimulateCommand.class, BenchCommand.class);
    }
}
