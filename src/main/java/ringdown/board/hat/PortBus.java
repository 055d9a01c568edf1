package ringdown.board.hat;

import org.jspecify.annotations.Nullable;
import ringdown.board.proslic.RegisterBus;

/** The registers of a port's chip, once the board is wired; until then nothing answers. Belongs to the thread that polls the chips. */
final class PortBus implements RegisterBus {
    private @Nullable RegisterBus chip;

    /** From now on these registers; null: nothing answers. */
    void connect(@Nullable RegisterBus wired) {
        chip = wired;
    }

    @Override
    public int read(int register) {
        return chip == null ? 0xFF : chip.read(register);
    }

    @Override
    public void write(int register, int value) {
        if (chip != null) {
            chip.write(register, value);
        }
    }
}
