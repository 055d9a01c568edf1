package ringdown.board.proslic;

/**
 * The Si3210's indirect registers: two octets of data, an address, and a busy bit that falls within 125 us. Belongs to its driver.
 */
final class IndirectRegisters {
    /** A read of the busy bit takes 5 us at the least: a chip that is still busy after so many is not there. */
    private static final int PATIENCE = 60;

    private final RegisterBus chip;

    IndirectRegisters(RegisterBus chip) {
        this.chip = chip;
    }

    /** False when the chip does not take it. */
    boolean write(int register, int value) {
        boolean ready = ready();
        chip.write(Si3210Registers.INDIRECT_LOW, value & 0xFF);
        chip.write(Si3210Registers.INDIRECT_HIGH, value >> 8);
        chip.write(Si3210Registers.INDIRECT_ADDRESS, register);
        return ready;
    }

    /** The value, 0 to 0xFFFF; -1 when the chip does not give it. */
    int read(int register) {
        if (!ready()) {
            return -1;
        }
        chip.write(Si3210Registers.INDIRECT_ADDRESS, register);
        if (!ready()) {
            return -1;
        }
        return chip.read(Si3210Registers.INDIRECT_LOW) | chip.read(Si3210Registers.INDIRECT_HIGH) << 8;
    }

    private boolean ready() {
        for (int i = 0; i < PATIENCE; i++) {
            if ((chip.read(Si3210Registers.INDIRECT_STATUS) & Si3210Registers.INDIRECT_BUSY) == 0) {
                return true;
            }
        }
        return false;
    }
}
