package scenariorca.simulator.varied;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Agenda;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.varied.engine.Result;

/** Somebody who works on one scenario: sessions of edits and runs, with mistakes now and then. */
final class Forecaster implements Agenda.Actor {
    private static final Duration BETWEEN_SESSIONS = Duration.ofHours(19);
    private static final int MOST_FAILURES = 3;

    /** What they do next. */
    enum Step {
        EDIT,
        LARGE,
        RISKY,
        SAME,
        MISTAKE,
        PAIR,
        SLEEPING,
        WAKE,
        RUN,
        MEND
    }

    private final VariedPlatform office;
    private final Plan plan;
    private final Typing typing;
    private final String user;
    private final Dice dice;
    private final Deque<Step> steps = new ArrayDeque<>();

    Forecaster(VariedPlatform office, Plan plan, String user, Dice dice) {
        this.office = office;
        this.plan = plan;
        this.user = user;
        this.dice = dice;
        this.typing = new Typing(office, plan, dice.split("typing"));
        steps.add(Step.RUN);
    }

    Plan plan() {
        return plan;
    }

    @Override
    public Instant act(Instant now) {
        if (plan.busyUntil.isAfter(now)) {
            return plan.busyUntil.plusSeconds(dice.whole(5, 90));
        }
        if (steps.isEmpty()) {
            begin();
        }
        Step step = steps.poll();
        if (step != null) {
            perform(step, now);
        }
        if (!steps.isEmpty()) {
            Instant next = now.plus(dice.wait(Duration.ofSeconds(step == Step.RUN ? 240 : 70)));
            return plan.busyUntil.isAfter(next) ? plan.busyUntil.plusSeconds(dice.whole(5, 60)) : next;
        }
        return nextSession(now);
    }

    private Instant nextSession(Instant now) {
        var next = now.plus(dice.wait(BETWEEN_SESSIONS)).atZone(ZoneOffset.UTC);
        if (next.getHour() < 6 || next.getHour() > 18) {
            next = next.plusDays(next.getHour() > 18 ? 1 : 0).withHour(7 + dice.below(9));
        }
        return next.toInstant().isAfter(now) ? next.toInstant() : now.plusSeconds(3_600);
    }

    private void begin() {
        if (plan.isBroken()) {
            steps.add(Step.MEND);
            steps.add(Step.RUN);
            return;
        }
        edits();
        double roll = dice.unit();
        boolean isCalm = plan.good != null && !plan.model.isFaulty();
        if (isCalm && !plan.asleep.isEmpty() && roll < 0.6) {
            slip(Step.WAKE);
        } else if (isCalm && roll < 0.38) {
            slip(Step.MISTAKE);
        } else if (isCalm && roll < 0.45) {
            slip(Step.PAIR);
        } else if (isCalm && roll < 0.55) {
            steps.add(Step.SLEEPING);
        }
        steps.add(Step.RUN);
    }

    private void edits() {
        double busy = dice.unit();
        int count = busy < 0.5 ? dice.whole(0, 3) : busy < 0.85 ? dice.whole(3, 8) : dice.whole(8, 24);
        for (int i = 0; i < count; i++) {
            double roll = dice.unit();
            steps.add(roll < 0.45 ? Step.EDIT : roll < 0.7 ? Step.LARGE : roll < 0.93 ? Step.RISKY : Step.SAME);
        }
    }

    /** Puts a mistake somewhere among the edits, so that innocent ones come before and after it. */
    private void slip(Step mistake) {
        var planned = new ArrayList<>(steps);
        planned.add(dice.below(planned.size() + 1), mistake);
        steps.clear();
        steps.addAll(planned);
    }

    private void perform(Step step, Instant now) {
        Stamp stamp = office.stamp(now, user);
        switch (step) {
            case EDIT -> typing.edit(stamp, false);
            case LARGE -> typing.edit(stamp, true);
            case RISKY -> typing.risky(stamp);
            case SAME -> typing.same(stamp);
            case MISTAKE -> typing.mistake(stamp);
            case PAIR -> typing.pair(stamp);
            case SLEEPING -> typing.lay(stamp);
            case WAKE -> typing.wake(stamp);
            case MEND -> typing.mend(stamp);
            case RUN -> run(now);
        }
    }

    private void run(Instant now) {
        Result result = office.run(plan, office.stamp(now, user));
        if (result == null || result.isSuccess()) {
            return;
        }
        steps.clear();
        if (plan.failures >= MOST_FAILURES && !plan.isBroken()) {
            return;
        }
        if (plan.isBroken() && (plan.failures >= MOST_FAILURES || dice.chance(0.35))) {
            steps.addAll(List.of(Step.MEND, Step.RUN));
        } else if (dice.chance(0.5)) {
            steps.add(Step.RUN);
        } else if (dice.chance(0.6)) {
            edits();
            steps.add(Step.RUN);
        }
    }

    /** Runs the scenario now, as somebody does who wants to see whether it works again. */
    @Nullable
    Result runNow(Instant now) {
        return plan.busyUntil.isAfter(now) ? null : office.run(plan, office.stamp(now, user));
    }
}
