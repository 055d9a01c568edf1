package ringdown.store;

import java.util.Set;
import java.util.stream.Collectors;
import ringdown.voicemail.LampsOnDisk;

/** Whose lamp was ever lit. Safe from any thread. */
final class SqliteLamps implements LampsOnDisk {
    private final House house;

    SqliteLamps(House house) {
        this.house = house;
    }

    @Override
    public Set<String> everLit() {
        return house
                .read(db -> db.createQuery("SELECT extension FROM lamps_lit")
                        .mapTo(String.class)
                        .list())
                .stream()
                .collect(Collectors.toSet());
    }

    @Override
    public void lit(String extension) {
        house.queue("lamp", db -> db.execute("INSERT OR IGNORE INTO lamps_lit VALUES (?)", extension));
    }
}
