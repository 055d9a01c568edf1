package ringdown.sip;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import ringdown.number.Extension;

/**
 * One telephone that has subscribed to something. Its NOTIFYs go out a few at a time, each as soon as an earlier one is answered: what changed
 * several times meanwhile is told once, as it is by then, and a telephone that is slow or gone holds up nobody else. Lives in its queue.
 */
final class Subscriber {
    /** NOTIFYs on their way to one telephone at one time. */
    private static final int WINDOW = 5;

    /**
     * Which telephone: a person may have several.
     *
     * @param contact where it wants to be reached
     * @param host where its packets come from
     */
    record Device(Extension extension, String contact, String host) {}

    private final Device device;
    private final SerialQueue queue;
    private final SequencedSet<Subscription> waiting = new LinkedHashSet<>();
    private int out;

    Subscriber(Device device) {
        this.device = device;
        this.queue = new SerialQueue("lamps of " + device.extension(), "");
    }

    Device device() {
        return device;
    }

    SerialQueue queue() {
        return queue;
    }

    /** Has something new to tell. */
    void hasNews(Subscription subscription) {
        waiting.add(subscription);
        next();
    }

    /** A NOTIFY is on its way. */
    void sent() {
        out++;
    }

    /** It was answered, or never will be. */
    void answered() {
        out--;
        next();
    }

    private void next() {
        while (out < WINDOW && !waiting.isEmpty()) {
            waiting.removeFirst().tellNews();
        }
    }
}
