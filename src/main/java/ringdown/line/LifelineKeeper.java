package ringdown.line;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringdown.call.Lifeline;
import ringdown.call.Lifeline.Place;
import ringdown.office.Port;

/**
 * Keeps one telephone's lifeline relay pulled while the box is well (LINES rule 17). The relay is pulled only where the line has been at rest
 * for 10 s, since a talk over it would be cut; it falls whenever nobody asks for it. Belongs to the board's thread, what it shows to any.
 */
final class LifelineKeeper {
    private static final int AT_REST = Frames.of(10_000);
    private static final int AWAY = Frames.of(60_000);

    private final String telephone;
    private final Shelf shelf;
    private final Wellbeing box;
    private final Function<Port, Optional<FxoLine>> lines;
    private @Nullable Port wished;
    private @Nullable FxoLine line;
    private @Nullable LifelineRelay relay;
    private int atRest;
    private long lost;
    private int away;
    private volatile @Nullable Lifeline shown;

    LifelineKeeper(String telephone, Shelf shelf, Wellbeing box, Function<Port, Optional<FxoLine>> lines) {
        this.telephone = telephone;
        this.shelf = shelf;
        this.box = box;
        this.lines = lines;
    }

    /**
     * One frame.
     *
     * @param wish the line that the office file names; null: there is no relay
     * @param portWell the telephone's port can serve it
     * @param idle nobody talks or rings on the port
     */
    void frame(@Nullable Port wish, boolean portWell, boolean idle) {
        if (wish == null ? wished != null : !wish.equals(wished)) {
            become(wish);
        }
        FxoLine beside = line;
        boolean fell = fell();
        atRest = !fell && beside != null && beside.atRest() ? Math.min(atRest + 1, AT_REST) : 0;
        Lifeline was = shown;
        if (was != null) {
            Place next = place(fell ? Place.BOX_NOT_WELL : was.place(), portWell, idle);
            boolean held = next != Place.BOX || (relay != null && relay.hold());
            show(was, held ? next : Place.NO_OUTPUT);
        }
        away = was == null || was.place() == Place.BOX ? 0 : Math.min(away + 1, AWAY);
    }

    /** The box stood still for so long that the pump has run empty: somebody may talk on the line by now. */
    private boolean fell() {
        long before = lost;
        lost = shelf.lost();
        return lost - before >= Frames.of(LifelineRelay.EMPTY_MILLIS);
    }

    private void become(@Nullable Port wish) {
        close();
        wished = wish;
        line = wish == null ? null : lines.apply(wish).orElse(null);
        relay = line == null ? null : shelf.relay(telephone, line.via()).orElse(null);
        shown = wish == null ? null : new Lifeline(telephone, wish.toString(), Place.BOX_NOT_WELL);
    }

    private Place place(Place was, boolean portWell, boolean idle) {
        FxoLine beside = line;
        if (relay == null || beside == null) {
            return Place.NO_OUTPUT;
        }
        if (!box.well()) {
            return Place.BOX_NOT_WELL;
        }
        if (!portWell || (beside.outOfService() && (idle || was != Place.BOX))) {
            return Place.PORT_FAULT;
        }
        return was == Place.BOX || atRest >= AT_REST ? Place.BOX : Place.LINE_IN_USE;
    }

    private void show(Lifeline was, Place next) {
        if (next != was.place()) {
            shown = new Lifeline(was.telephone(), was.line(), next);
        }
    }

    /** The port cannot reach its telephone. */
    boolean onLine() {
        Lifeline now = shown;
        return now != null && now.place() != Place.BOX && now.place() != Place.NO_OUTPUT;
    }

    /** From any thread. */
    Optional<Lifeline> shown() {
        return Optional.ofNullable(shown);
    }

    /** It has hung on the line for so long that somebody should know. */
    boolean away() {
        return away >= AWAY;
    }

    private void close() {
        if (relay != null) {
            relay.close();
            relay = null;
        }
    }
}
