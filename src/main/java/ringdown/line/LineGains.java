package ringdown.line;

import ringdown.office.Line;

/** Keeps a port's gains as the office file wants them. Belongs to the board's thread. */
final class LineGains {
    private final FxoCard card;
    private Line.Levels now = Line.Levels.FLAT;

    LineGains(FxoCard card) {
        this.card = card;
    }

    void follow(Line.Levels wanted) {
        if (!wanted.equals(now)) {
            now = wanted;
            card.levels(wanted.rx(), wanted.tx());
        }
    }
}
