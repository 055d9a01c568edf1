package ringdown.web;

/** Where the results of the nightly test calls are kept over restarts; implemented in store. Safe from any thread. */
public interface NightBook extends Nights {
    /** The line at that port was called. */
    void keep(String port, Night night);
}
