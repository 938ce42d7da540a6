package scenariorca.simulator.varied;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.varied.engine.Draft;
import scenariorca.simulator.varied.engine.Field;
import scenariorca.simulator.varied.engine.Network;
import scenariorca.simulator.varied.engine.Node;

/** What a user types: each idea is tried on the engine first, and the first that is what it shall be is saved. */
final class Typing {
    private static final int TRIES = 40;

    private final VariedPlatform office;
    private final Plan plan;
    private final Edits edits;
    private final Slips slips;
    private final Dice dice;

    Typing(VariedPlatform office, Plan plan, Dice dice) {
        this.office = office;
        this.plan = plan;
        this.dice = dice;
        this.edits = new Edits(dice.split("edits"));
        this.slips = new Slips(dice.split("slips"), plan.model.documented());
    }

    private Node anyNode() {
        return dice.pick(plan.model.sound().network().nodes());
    }

    private Input input(Node node) {
        return plan.saved.get(node.index()).input();
    }

    /** An innocent edit. */
    void edit(Stamp stamp, boolean isLarge) {
        for (int i = 0; i < TRIES; i++) {
            Node node = anyNode();
            TypedChange idea = edits.idea(node, input(node), isLarge);
            if (idea != null && isChange(idea) && Proof.isInnocent(plan, idea)) {
                office.save(plan, node.index(), List.of(idea), stamp);
                return;
            }
        }
    }

    /** An innocent edit of a kind that is a mistake elsewhere. */
    void risky(Stamp stamp) {
        for (int i = 0; i < TRIES; i++) {
            Node node = anyNode();
            TypedChange idea = slips.idea(node, input(node));
            if (idea != null && isChange(idea) && Proof.isInnocent(plan, idea)) {
                office.save(plan, node.index(), List.of(idea), stamp);
                return;
            }
        }
        edit(stamp, true);
    }

    /** A save without a change. */
    void same(Stamp stamp) {
        office.save(plan, anyNode().index(), List.of(), stamp);
    }

    private boolean isChange(TypedChange idea) {
        Input before = plan.saved.get(idea.node()).input();
        return !idea.apply(before).isSame(before);
    }

    /** A mistake, now and then saved together with an innocent edit of the same document. */
    void mistake(Stamp stamp) {
        String wanted = dice.pick(Slips.KINDS);
        for (int i = 0; i < TRIES * 20; i++) {
            Node node = anyNode();
            TypedChange idea = slips.idea(node, input(node));
            // Some kinds fail seldom: one is chosen first, so that the others do not crowd it out.
            boolean isWanted = idea != null && (i > TRIES * 15 || idea.kind().equals(wanted));
            if (idea != null && isWanted && isChange(idea) && Proof.isGuilty(plan, List.of(idea))) {
                TypedChange company = dice.chance(0.25) ? company(node, idea) : null;
                keep(idea, company, stamp);
                return;
            }
        }
    }

    private @Nullable TypedChange company(Node node, TypedChange idea) {
        TypedChange other = edits.idea(node, input(node), false);
        boolean isFit = other != null && !other.meets(idea) && isChange(other) && Proof.isInnocent(plan, other);
        if (!isFit || other == null) {
            return null;
        }
        Network network = plan.model.sound().network();
        return Proof.fails(plan, network, Proof.applied(plan.inputs(), List.of(other, idea))) ? other : null;
    }

    private void keep(TypedChange idea, @Nullable TypedChange company, Stamp stamp) {
        var changes = new ArrayList<TypedChange>();
        if (company != null) {
            changes.add(company);
        }
        changes.add(idea);
        Input before = plan.saved.get(idea.node()).input();
        office.save(plan, idea.node(), changes, stamp);
        plan.mistakes.add(mistake(idea, before, stamp));
    }

    private SavedMistake mistake(TypedChange change, Input before, Stamp stamp) {
        Plan.Saved now = plan.saved.get(change.node());
        return new SavedMistake(change, change.undo(before), before, now.input(), now.id(), stamp.user(), stamp.at());
    }

    /** Two changes that fail only together, on two nodes. */
    void pair(Stamp stamp) {
        for (int i = 0; i < TRIES * 4; i++) {
            Node one = anyNode();
            Node two = anyNode();
            TypedChange first = edits.idea(one, input(one), true);
            TypedChange second = edits.idea(two, input(two), true);
            if (one.index() == two.index() || first == null || second == null) {
                continue;
            }
            if (isChange(first) && isChange(second) && Proof.isGuilty(plan, List.of(first, second))) {
                keep(first, null, stamp);
                Stamp later = office.stamp(stamp.at().plusSeconds(dice.whole(20, 400)), stamp.user());
                keep(second, null, later);
                plan.busyUntil = later.at().plusSeconds(1);
                return;
            }
        }
    }

    /** A mistake where nobody looks yet: beyond the horizon, or behind a switch that is off. */
    void lay(Stamp stamp) {
        for (int i = 0; i < TRIES * 3 && plan.asleep.isEmpty(); i++) {
            Node node = anyNode();
            TypedChange idea = slips.idea(node, input(node));
            if (idea == null || !isChange(idea) || !Proof.isInnocent(plan, idea)) {
                continue;
            }
            List<Input> after = idea.applied(plan.inputs());
            for (TypedChange waker : wakers()) {
                if (waker.meets(idea) || !isAwake(after, waker, idea)) {
                    continue;
                }
                Input before = input(node);
                office.save(plan, node.index(), List.of(idea), stamp);
                plan.asleep.add(mistake(idea, before, stamp));
                return;
            }
        }
    }

    /** Whether it fails with both, and with neither alone. */
    private boolean isAwake(List<Input> laid, TypedChange waker, TypedChange laidChange) {
        Network network = plan.model.sound().network();
        List<Input> woken = waker.applied(laid);
        TypedChange undo = laidChange.undo(plan.inputs().get(laidChange.node()));
        return Proof.fails(plan, network, woken) && Proof.passes(plan, network, undo.applied(woken));
    }

    /** Changes that make engines look where they did not look before. */
    private List<TypedChange> wakers() {
        var wakers = new ArrayList<TypedChange>();
        int documented = plan.model.documented().count();
        Node settings = plan.model.sound().network().nodes().getFirst();
        wakers.add(TypedChange.of(settings.index(), "wake_horizon", plan.model.horizonPath(), documented));
        for (Node node : plan.model.sound().network().nodes()) {
            for (Field field : node.fields()) {
                if (field instanceof Field.Flag flag && !flag.guarded().isEmpty()) {
                    boolean isOn = Boolean.TRUE.equals(input(node).at(flag.path()));
                    wakers.add(TypedChange.of(node.index(), "wake_switch", flag.path(), !isOn));
                }
            }
        }
        return wakers;
    }

    /** Wakes what sleeps. */
    void wake(Stamp stamp) {
        if (plan.asleep.isEmpty()) {
            return;
        }
        SavedMistake sleeper = plan.asleep.removeFirst();
        Network network = plan.model.sound().network();
        for (TypedChange waker : wakers()) {
            List<Input> woken = waker.applied(plan.inputs());
            Plan.Good good = plan.good;
            boolean isProven = good != null
                    && sleeper.change().fits(good.inputs())
                    && isChange(waker)
                    && Proof.fails(plan, network, woken)
                    && Proof.passes(plan, network, plan.inputs())
                    && Proof.passes(plan, network, sleeper.takenBack(woken))
                    && Proof.fails(plan, network, waker.applied(sleeper.change().applied(good.inputs())));
            if (isProven) {
                plan.mistakes.add(sleeper);
                keep(waker, null, stamp);
                return;
            }
        }
    }

    /** Takes the mistakes back, or types something sensible instead. */
    void mend(Stamp stamp) {
        List<Input> healed = plan.healed();
        var touched = plan.mistakes.stream()
                .map(one -> one.change().node())
                .distinct()
                .toList();
        Network network = plan.model.sound().network();
        if (!Proof.passes(plan, network, healed)) {
            return;
        }
        plan.mistakes.clear();
        for (int node : touched) {
            Input sound = healed.get(node);
            TypedChange fresh = dice.chance(0.3) ? edits.idea(plan.model.nodes().get(node), sound, false) : null;
            var changes = new ArrayList<>(List.of(whole(node, sound)));
            if (fresh != null && Proof.passes(plan, network, fresh.applied(healed))) {
                changes.add(fresh);
            }
            office.save(plan, node, changes, stamp);
        }
    }

    /** All keys of a document put as they are in another. */
    private TypedChange whole(int node, Input sound) {
        var puts = new ArrayList<TypedChange.Put>();
        Input now = plan.saved.get(node).input();
        for (String key : now.keys().keySet()) {
            if (!sound.keys().containsKey(key)) {
                puts.add(new TypedChange.Put('/' + key, null, true));
            }
        }
        sound.keys().forEach((key, value) -> puts.add(new TypedChange.Put('/' + key, value, false)));
        return new TypedChange(node, "mended", List.of("/"), puts);
    }

    /** A document for a node that is new in the model. */
    static Input fresh(Plan plan, Node node, Dice dice) {
        return Draft.of(node.fields(), plan.model.documented(), dice);
    }
}
