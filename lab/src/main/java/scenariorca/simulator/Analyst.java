package scenariorca.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Agenda;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.RunResult;

/** A user at work: sessions of a few actions on one scenario, and what they do when a run fails. */
final class Analyst implements Agenda.Actor {
    private static final int MOST_ATTEMPTS = 7;

    private final World world;
    private final User user;
    private final Dice dice;
    private final WorkingHours hours;
    private final Deque<Step> plan = new ArrayDeque<>();
    private @Nullable Scenario scenario;
    private int attempts;
    private boolean isUploading;

    Analyst(World world, User user, WorkingHours hours, Dice dice) {
        this.world = world;
        this.user = user;
        this.hours = hours;
        this.dice = dice;
    }

    @Override
    public Instant act(Instant now) {
        if (plan.isEmpty()) {
            begin(now);
        }
        Scenario current = scenario;
        Step step = plan.poll();
        if (current == null || step == null) {
            return nextSession(now);
        }
        if (current.busyUntil.isAfter(now)) {
            plan.addFirst(step);
            return current.busyUntil.plusSeconds(dice.whole(2, 60));
        }
        if (!isAllowed(step, current)) {
            plan.clear();
            return nextSession(now);
        }
        perform(step, current, now);
        Instant next = now.plus(dice.wait(step.pause(world.profile())));
        if (!plan.isEmpty()) {
            return current.busyUntil.isAfter(next) ? current.busyUntil.plusSeconds(dice.whole(3, 90)) : next;
        }
        return nextSession(current.busyUntil.isAfter(next) ? current.busyUntil : next);
    }

    private static boolean isAllowed(Step step, Scenario scenario) {
        return switch (step) {
            case READ, RUN -> scenario.deleted == null;
            case WITHDRAW, LOCK -> scenario.status.equals("submitted");
            default -> scenario.isEditable();
        };
    }

    private Instant nextSession(Instant now) {
        return hours.next(now, dice);
    }

    private void begin(Instant now) {
        attempts = 0;
        scenario = world.choose(user, dice, now);
        if (scenario == null) {
            return;
        }
        if (!scenario.isBroken() && dice.chance(user.copies())) {
            scenario = world.copy(scenario, now, user.name());
        }
        plan.add(Step.READ);
        if (scenario.status.equals("submitted")) {
            plan.add(dice.chance(0.6) ? Step.WITHDRAW : Step.LOCK);
            return;
        }
        if (scenario.isBroken()) {
            react(scenario);
            return;
        }
        double style = dice.unit();
        isUploading = world.profile().mostEdits() < 10 || style > 0.55;
        edits(
                world.profile().fewestEdits(),
                style < 0.3
                        ? Math.max(3, world.profile().mostEdits() / 4)
                        : world.profile().mostEdits());
        if (dice.chance(world.profile().mistakes() * user.carelessness())) {
            slip();
        }
        if (dice.chance(user.validates())) {
            plan.add(Step.VALIDATE);
            if (dice.chance(0.25)) {
                plan.add(Step.EDIT);
            }
        }
        plan.add(Step.RUN);
    }

    private void edits(int fewest, int most) {
        int count = dice.whole(fewest, most);
        for (int i = 0; i < count; i++) {
            plan.add(anEdit());
        }
    }

    private Step anEdit() {
        double roll = dice.unit();
        if (roll < world.profile().uploads()) {
            return isUploading ? Step.UPLOAD : Step.EDIT;
        }
        if (roll < 0.62) {
            return Step.EDIT;
        }
        if (roll < 0.78) {
            return Step.LARGE;
        }
        if (roll < 0.86) {
            return Step.SAME;
        }
        return roll < 0.95 ? Step.WORDS : Step.EVENT;
    }

    /** Puts a mistake somewhere among the planned edits, so that innocent ones come before and after it. */
    private void slip() {
        var steps = List.copyOf(plan);
        int at = 1 + dice.below(steps.size());
        plan.clear();
        plan.addAll(steps.subList(0, at));
        plan.add(Step.MISTAKE);
        plan.addAll(steps.subList(at, steps.size()));
    }

    private void perform(Step step, Scenario current, Instant now) {
        if (step == Step.RUN) {
            RunResult result = world.run(current, now, user.name());
            if (result != null) {
                afterRun(current, result);
            }
            return;
        }
        world.actions().perform(step, current, now, user.name(), dice);
    }

    private void afterRun(Scenario current, RunResult result) {
        attempts++;
        if (!result.isSuccess() && attempts < MOST_ATTEMPTS) {
            react(current);
            return;
        }
        if (!result.isSuccess() || !current.isEditable()) {
            return;
        }
        if (dice.chance(0.1)) {
            plan.add(Step.SUBMIT);
            if (dice.chance(0.3)) {
                plan.add(Step.WITHDRAW);
            }
        } else if (dice.chance(0.03)) {
            plan.add(Step.RENAME);
        } else if (dice.chance(0.01) && !current.isStarter) {
            plan.add(Step.DELETE);
        } else if (dice.chance(0.25)) {
            edits(1, 2);
            plan.add(Step.RUN);
        }
    }

    /** What a user does about a failure: try again, change something else, find the mistake, or go home. */
    private void react(Scenario current) {
        if (current.isBroken() && dice.chance(0.16 + 0.12 * current.failedSinceMistake)) {
            plan.add(Step.MEND);
            plan.add(Step.RUN);
            return;
        }
        if (attempts <= 1 && dice.chance(user.retries())) {
            plan.add(Step.RUN);
            return;
        }
        if (dice.chance(0.7)) {
            int most = Math.max(3, world.profile().mostEdits() / 3);
            if (dice.chance(0.5)) {
                plan.add(Step.LARGE);
            }
            edits(1, most);
            plan.add(Step.RUN);
        } else if (!current.isBroken()) {
            plan.add(Step.PAUSE);
            plan.add(Step.RUN);
        }
    }

    /** Something a user does. */
    enum Step {
        READ(30),
        EDIT(75),
        LARGE(75),
        SAME(40),
        WORDS(60),
        UPLOAD(240),
        EVENT(120),
        MISTAKE(75),
        VALIDATE(25),
        RUN(150),
        MEND(60),
        PAUSE(900),
        SUBMIT(200),
        WITHDRAW(100),
        LOCK(100),
        RENAME(40),
        DELETE(60);

        private final int seconds;

        Step(int seconds) {
            this.seconds = seconds;
        }

        /** How long people pause after it, on average. */
        Duration pause(Profile profile) {
            return Duration.ofSeconds(profile == Profile.HEAVY_EDITOR && this == EDIT ? 20 : seconds);
        }
    }
}
