package ringdown.board.simulated.silicon;

import java.util.ArrayList;
import java.util.List;
import ringdown.audio.Companding;
import ringdown.board.proslic.RegisterBus;
import ringdown.board.proslic.Si3050Chain;
import ringdown.board.proslic.Si3210Chain;
import ringdown.board.proslic.SpiBytes;

/** All chips of a board, chained by eight on their chip selects, and the highway between them. Belongs to the board's thread. */
public final class Silicon {
    private static final int CHAIN = 8;

    private final List<Si3050> exchangeSide;
    private final List<Si3210> telephoneSide;
    private final List<Chip> chips = new ArrayList<>();
    private final List<RegisterBus> exchangeBuses = new ArrayList<>();
    private final List<RegisterBus> telephoneBuses = new ArrayList<>();
    private final Highway highway;

    /** Solders a chip to each pair of wires. */
    public Silicon(List<? extends ExchangeWires> exchange, List<? extends TelephoneWires> telephones, Companding law) {
        exchangeSide = exchange.stream().map(Si3050::new).toList();
        telephoneSide = telephones.stream().map(Si3210::new).toList();
        chips.addAll(exchangeSide);
        chips.addAll(telephoneSide);
        highway = new Highway(chips.size(), law);
        for (int i = 0; i < exchangeSide.size(); i += CHAIN) {
            List<Si3050> chain = exchangeSide.subList(i, Math.min(exchangeSide.size(), i + CHAIN));
            SpiBytes select = new Si3050Select(chain);
            for (int n = 0; n < chain.size(); n++) {
                exchangeBuses.add(new Si3050Chain(select, n));
            }
        }
        for (int i = 0; i < telephoneSide.size(); i += CHAIN) {
            List<Si3210> chain = telephoneSide.subList(i, Math.min(telephoneSide.size(), i + CHAIN));
            SpiBytes select = new Si3210Select(chain);
            Si3210Chain.enter(select);
            for (int n = 0; n < chain.size(); n++) {
                telephoneBuses.add(new Si3210Chain(select, n));
            }
        }
    }

    /** The registers of the Si3050s, in order. */
    public List<RegisterBus> exchangeBuses() {
        return List.copyOf(exchangeBuses);
    }

    /** The registers of the Si3210s, in order. */
    public List<RegisterBus> telephoneBuses() {
        return List.copyOf(telephoneBuses);
    }

    /** The chips at the exchange's wires, in order. */
    public List<Si3050> exchangeChips() {
        return exchangeSide;
    }

    /** The chips at the telephones' wires, in order. */
    public List<Si3210> telephoneChips() {
        return telephoneSide;
    }

    /** The PCM highway. */
    public Highway highway() {
        return highway;
    }

    /** The n-th millisecond of a frame. */
    public void millisecond(int n) {
        for (Chip chip : chips) {
            chip.millisecond(n);
        }
    }

    /** A frame of sound passes all chips. */
    public void frame() {
        highway.beginBlock();
        for (Chip chip : chips) {
            chip.frame(highway);
        }
        highway.endBlock();
    }
}
