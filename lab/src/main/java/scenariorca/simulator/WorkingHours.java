package scenariorca.simulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import scenariorca.simulator.basis.Dice;

/**
 * When somebody works.
 *
 * @param startHour first hour of the day, UTC
 * @param hours how many
 * @param between mean time from the end of a session to the next one
 * @param isEveryDay whether weekends and nights are worked, too
 */
record WorkingHours(int startHour, int hours, Duration between, boolean isEveryDay) {

    /** The beginning of the next session. */
    Instant next(Instant now, Dice dice) {
        Instant next = now.plus(dice.wait(between));
        if (isEveryDay) {
            return next;
        }
        // Only working time counts: what is left of a wait at the end of a day goes on the next working day.
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        Duration left = Duration.between(now, next);
        Instant from = now;
        while (true) {
            Instant begin = from.isAfter(start(day)) ? from : start(day);
            if (isWorkday(day) && begin.isBefore(end(day))) {
                Duration today = Duration.between(begin, end(day));
                if (left.compareTo(today) < 0) {
                    return begin.plus(left);
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
            from = start(day);
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).plusHours(startHour).toInstant();
    }

    private Instant end(LocalDate day) {
        return start(day).plus(Duration.ofHours(hours));
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
