package ringdown.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;

/** A room in which each hears all others. Seats are taken and left from any thread; sound moves on the media clock's. */
public final class Mixer {
    private final List<Seat> seats = new ArrayList<>();
    private volatile Seat[] seated = {};

    /** Takes a seat; attach a voice with its source and sink. */
    public Seat join(String name) {
        var seat = new Seat(name);
        synchronized (seats) {
            seats.add(seat);
            seated = seats.toArray(Seat[]::new);
        }
        return seat;
    }

    private void leave(Seat seat) {
        synchronized (seats) {
            seats.remove(seat);
            seated = seats.toArray(Seat[]::new);
        }
    }

    @Override
    public String toString() {
        return "room" + List.of(seated);
    }

    /** One party's place: what it says goes to the sink, the others come from the source. */
    public final class Seat implements AudioSource, AudioSink, Connection {
        private final String name;
        private final short[] said = Frame.silence();

        private Seat(String name) {
            this.name = name;
        }

        /** Parties that come later in the tick are heard with their frame before: nobody is heard twice or left out. */
        @Override
        public void read(short[] frame) {
            Arrays.fill(frame, (short) 0);
            for (Seat other : seated) {
                if (other != this) {
                    Mixing.add(other.said, frame);
                }
            }
        }

        @Override
        public void write(short[] frame) {
            System.arraycopy(frame, 0, said, 0, Frame.SAMPLES);
        }

        @Override
        public void close() {
            leave(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
