package ringdown.switchboard;

import java.util.List;

/** Keeps places over a restart. Implemented by the store. */
public interface PlacesOnDisk {
    /** All that were kept when the box ended, oldest first. */
    List<Place> load();

    /** New or changed; durable when it returns, but no call waits longer than 300 ms. */
    void save(Place place);

    /** New or changed; queued, not waited for. */
    void saveSoon(Place place);

    /** Queued, not waited for. */
    void remove(String id);
}
