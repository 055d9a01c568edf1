package ringdown.board.simulated.silicon;

import java.util.List;
import ringdown.board.proslic.SpiBytes;

/** Up to eight Si3210 on one chip select. After reset all take frames of two octets; register 0, bit 7 makes a chain of them. */
final class Si3210Select implements SpiBytes {
    private final List<Si3210> chips;
    private boolean chained;
    private int octet;
    private int selected;
    private int address;

    Si3210Select(List<Si3210> chips) {
        this.chips = List.copyOf(chips);
    }

    @Override
    public void exchange(byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) take(octets[i] & 0xFF);
        }
    }

    private int take(int value) {
        int place = chained ? octet : octet + 1;
        octet++;
        switch (place) {
            case 0 -> selected = value;
            case 1 -> address = value;
            default -> {
                octet = 0;
                return carryOut(value);
            }
        }
        return 0xFF;
    }

    private int carryOut(int value) {
        if (!chained) {
            chained = address == 0 && (value & 0x80) != 0;
            return 0xFF;
        }
        boolean read = (address & 0x80) != 0;
        int answer = 0xFF;
        for (int i = 0; i < chips.size(); i++) {
            if ((selected >> i & 1) == 1) {
                if (read) {
                    answer &= chips.get(i).onBus(address & 0x7F);
                } else {
                    chips.get(i).fromBus(address, value);
                }
            }
        }
        return answer;
    }
}
