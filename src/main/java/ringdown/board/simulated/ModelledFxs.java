package ringdown.board.simulated;

import ringdown.line.FxsCard;

/** The box's end of a telephone pair. */
record ModelledFxs(TelephonePair pair) implements FxsCard {
    @Override
    public String port() {
        return pair.port();
    }

    @Override
    public void receive(short[] frame) {
        pair.portReceives(frame);
    }

    @Override
    public void send(short[] frame) {
        pair.portSends(frame);
    }

    @Override
    public void feed(Feed feed) {
        pair.feed(feed);
    }

    @Override
    public boolean loopClosed() {
        return pair.loopClosed();
    }

    @Override
    public void lamp(boolean on) {
        pair.lamp(on);
    }
}
