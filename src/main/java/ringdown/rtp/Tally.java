package ringdown.rtp;

/** The counters of one port. Each is written by one thread only: {@code late} and {@code concealed} by the reader of sound, the others by the selector. */
final class Tally {
    final Counter received = new Counter();
    final Counter lost = new Counter();
    final Counter late = new Counter();
    final Counter duplicates = new Counter();
    final Counter malformed = new Counter();
    final Counter unknownType = new Counter();
    final Counter strangers = new Counter();
    final Counter concealed = new Counter();
    final Counter sent = new Counter();
    final Counter jitterSixteenths = new Counter();

    RtpStatistics statistics() {
        return new RtpStatistics(
                received.get(),
                lost.get(),
                late.get(),
                duplicates.get(),
                malformed.get(),
                unknownType.get(),
                strangers.get(),
                concealed.get(),
                jitterSixteenths.get() / 16.0 / 8,
                sent.get());
    }
}
