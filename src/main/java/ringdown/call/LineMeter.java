package ringdown.call;

/**
 * How loud the wires of a line are while it is off hook, over the last 300 ms (LINES rule 18: gains are set by it).
 *
 * @param heardDbm0 what comes in, with the echo of what we say
 * @param sentDbm0 what goes out
 */
public record LineMeter(double heardDbm0, double sentDbm0) {}
