package scenariorca.logs;

import java.util.List;

final class InMemoryLogSourceTest extends LogSourceContract {
    @Override
    protected LogSource sourceWith(List<RawLogEvent> events) {
        return new InMemoryLogSource(events);
    }
}
