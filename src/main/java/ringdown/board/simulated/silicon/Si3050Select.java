package ringdown.board.simulated.silicon;

import java.util.List;
import ringdown.board.proslic.SpiBytes;

/** Up to 16 Si3050 on one chip select: they take frames of three octets that name one of them, bits reversed. */
final class Si3050Select implements SpiBytes {
    private final List<Si3050> chips;
    private int octet;
    private int control;
    private int register;

    Si3050Select(List<Si3050> chips) {
        this.chips = List.copyOf(chips);
    }

    @Override
    public void exchange(byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) take(octets[i] & 0xFF);
        }
    }

    private int take(int value) {
        switch (octet) {
            case 0 -> control = value;
            case 1 -> register = value & 0x7F;
            default -> {
                octet = 0;
                return carryOut(value);
            }
        }
        octet++;
        return 0xFF;
    }

    private int carryOut(int value) {
        int position = Integer.reverse(control & 0x0F) >>> 28;
        if ((control & 0x30) != 0x20 || position >= chips.size()) {
            return 0xFF;
        }
        if ((control & 0x40) != 0) {
            return chips.get(position).onBus(register);
        }
        chips.get(position).fromBus(register, value);
        return 0xFF;
    }
}
