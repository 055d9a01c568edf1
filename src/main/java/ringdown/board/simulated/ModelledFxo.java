package ringdown.board.simulated;

import ringdown.line.FxoCard;

/** The box's end of an exchange pair. */
record ModelledFxo(ExchangePair pair) implements FxoCard {
    @Override
    public String port() {
        return pair.port();
    }

    @Override
    public void receive(short[] frame) {
        pair.boxReceives(frame);
    }

    @Override
    public void send(short[] frame) {
        pair.boxSends(frame);
    }

    @Override
    public void hook(boolean off) {
        pair.boxHook(off);
    }

    @Override
    public boolean offHook() {
        return pair.hookCommanded();
    }

    @Override
    public double volts() {
        return pair.boxVolts();
    }

    @Override
    public double milliamps() {
        return pair.boxMilliamps();
    }

    @Override
    public boolean ringing() {
        return pair.ringSeen();
    }

    @Override
    public double ringHz() {
        return pair.ringSeenHz();
    }
}
