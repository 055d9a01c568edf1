package ringdown.board.simulated.silicon;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Companding;
import ringdown.line.FxsCard.Feed;

/** A board with eight sockets, or any two of them: modules, chip selects that count octets by their edges, a reset line, a highway. */
public final class ModelHat {
    /** An exchange that can ring, seen by a chip. */
    public static final class City implements ExchangeWires {
        public volatile boolean ringing;
        public volatile boolean answered;
        public volatile short says;
        public volatile int heard;
        private long millis;

        @Override
        public void hook(boolean off) {
            answered = off;
        }

        @Override
        public double volts() {
            return answered ? 8 : 48;
        }

        @Override
        public double ringVolts(int millisecond) {
            return ringing && !answered ? 110 * Math.sin(2 * Math.PI * 25 * ++millis / 1000) : 0;
        }

        @Override
        public double milliamps() {
            return answered ? 25 : 0;
        }

        @Override
        public void carry(short[] sound) {
            heard = IntStream.range(0, sound.length)
                    .map(i -> Math.abs(sound[i]))
                    .max()
                    .orElse(0);
            java.util.Arrays.fill(sound, says);
        }
    }

    /** A telephone, seen by a chip. */
    public static final class Handset implements TelephoneWires {
        public volatile boolean lifted;
        public volatile Feed feed = Feed.OPEN;

        @Override
        public void feed(Feed next) {
            feed = next;
        }

        @Override
        public void ringing(double hz, double vrms) {}

        @Override
        public void lampVoltage(boolean on) {}

        @Override
        public boolean closed(int millisecond) {
            return lifted;
        }

        @Override
        public void carry(short[] sound) {}
    }

    private final @Nullable Chip[] sockets = new Chip[8];
    private final Chain[] selects = {new Chain(), new Chain()};
    private final Highway highway = new Highway(8, Companding.A_LAW);
    private boolean held = true;
    private int synced = -1;

    /** The n-th socket (0 to 7): place n % 4 of the chain n / 4. */
    public synchronized void plug(int socket, City city) {
        sockets[socket] = new Si3050(city);
        selects[socket / 4].chips[socket % 4] = sockets[socket];
    }

    public synchronized void plug(int socket, Handset handset) {
        sockets[socket] = new Si3210(handset);
        selects[socket / 4].chips[socket % 4] = sockets[socket];
    }

    public @Nullable Chip chip(int socket) {
        return sockets[socket];
    }

    /** Octets of one transfer; the chip select rises after it and, if the controller does that, between any two of them. */
    public synchronized void exchange(int select, byte[] octets, boolean raisedBetween) {
        if (select == 2) {
            synced = octets[0];
        } else if (held || (octets.length > 1 && !raisedBetween)) {
            java.util.Arrays.fill(octets, (byte) 0xFF);
        } else {
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) selects[select].take(octets[i] & 0xFF);
            }
        }
    }

    /** What the CPLD was told last. */
    public int synced() {
        return synced;
    }

    public synchronized boolean held() {
        return held;
    }

    public synchronized void reset(boolean low) {
        if (low && !held) {
            for (Chip chip : sockets) {
                if (chip != null) {
                    chip.reset();
                }
            }
            for (Chain chain : selects) {
                chain.octet = 0;
                chain.chained = false;
            }
        }
        held = low;
    }

    /** 10 ms pass: 80 octets a slot go to the chips, the first of which are due 5 ms after the block begins, and 80 come from them. */
    public synchronized void block(List<byte[]> outward, List<byte[]> inward) {
        for (int slot = 0; slot < 8; slot++) {
            highway.send(slot, outward.get(slot));
        }
        for (int n = 0; n < 10; n++) {
            for (Chip chip : sockets) {
                if (chip != null && !held) {
                    chip.millisecond(n);
                }
            }
        }
        highway.beginBlock();
        for (Chip chip : sockets) {
            if (chip != null && !held) {
                chip.frame(highway);
            }
        }
        highway.endBlock();
        for (int slot = 0; slot < 8; slot++) {
            highway.receive(slot, inward.get(slot));
        }
    }

    /** Four places on a chip select. A frame's first octet tells whom it is for: bit 5 an Si3050, else Si3210s by bits. */
    private static final class Chain {
        private final @Nullable Chip[] chips = new Chip[4];
        private boolean chained;
        private int octet;
        private int first;
        private int second;

        int take(int value) {
            switch (octet++) {
                case 0 -> first = value;
                case 1 -> {
                    second = value;
                    if (!toFxo() && !chained) {
                        octet = 0;
                        return alone();
                    }
                }
                default -> {
                    octet = 0;
                    return toFxo() ? fxo(value) : fxs(value);
                }
            }
            return 0xFF;
        }

        private boolean toFxo() {
            return (first & 0x30) == 0x20 && java.util.Arrays.stream(chips).anyMatch(Si3050.class::isInstance);
        }

        private int alone() {
            if (first == 0 && (second & 0x80) != 0) {
                chained = true;
            }
            return chips[0] instanceof Si3210 chip ? access(chip, first, second) : 0xFF;
        }

        private static int access(Chip chip, int address, int value) {
            if ((address & 0x80) != 0) {
                return chip.onBus(address & 0x7F);
            }
            chip.fromBus(address, value);
            return 0xFF;
        }

        private int fxo(int value) {
            int position = Integer.reverse(first & 0x0F) >>> 28;
            if (position > 3 || !(chips[position] instanceof Si3050 chip)) {
                return 0xFF;
            }
            return access(chip, (first & 0x40) << 1 | second, value);
        }

        private int fxs(int value) {
            int answer = 0xFF;
            for (int i = 0; i < 4; i++) {
                if ((first >> i & 1) == 1 && chips[i] instanceof Si3210 chip) {
                    answer &= access(chip, second, value);
                }
            }
            return answer;
        }
    }
}
