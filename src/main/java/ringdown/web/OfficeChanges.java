package ringdown.web;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.contacts.Contacts;
import ringdown.number.Extension;
import ringdown.office.Account;
import ringdown.office.Accounts;
import ringdown.office.ContactEntry;
import ringdown.office.CurrentOffice;
import ringdown.office.Fault;
import ringdown.office.Office;
import ringdown.office.OfficeArchive;
import ringdown.office.OfficeFile;
import ringdown.office.PhoneSecrets;
import ringdown.office.Reading;
import ringdown.office.Secret;
import ringdown.routing.year.Proof;
import ringdown.routing.year.YearProof;

/**
 * The one way in which an office is taken, at the first start as by the page: read whole, tried on a year, kept, put in force.
 * Passwords are hashed on the way; what is kept has every other secret, since telephones need them. Safe from any thread.
 */
public final class OfficeChanges {
    /** The page could not be used to mend it. */
    private static final Fault LOCKED_OUT =
            new Fault(0, "accounts", "no installer with a password is left: nobody could change the office again");

    private final OfficeArchive archive;
    private final Accounts accounts;
    private final Contacts contacts;
    private final OfficeClock clock;
    private final Predicate<String> music;
    private final Passwords passwords = new Passwords();
    private final SecureRandom random = new SecureRandom();

    /**
     * Keeps offices there.
     *
     * @param music whether there is a piece of that name
     */
    public OfficeChanges(
            OfficeArchive archive, Accounts accounts, Contacts contacts, OfficeClock clock, Predicate<String> music) {
        this.music = music;
        this.archive = archive;
        this.accounts = accounts;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** What became of a file. */
    public sealed interface Result {
        /**
         * In force, and kept under that version.
         *
         * @param warnings what callers survive but nobody can have meant
         */
        record Taken(Office office, String version, List<Fault> warnings) implements Result {}

        /** It does not hold; nothing was changed. */
        record Refused(List<Fault> faults) implements Result {}

        /** Somebody else has changed the office meanwhile; nothing was changed. */
        record Stale() implements Result {}
    }

    /** How a new file is kept: by the archive alone, or together with what must not be missing beside it. Parameters as of the archive. */
    @FunctionalInterface
    interface Keeping {
        Optional<OfficeArchive.Kept> keep(String text, String by, Instant at, @Nullable String onlyIf);
    }

    /** The office of the last run; empty in a new data folder. Faults in it mean that an older Ringdown was less strict. */
    public Optional<Reading> load() {
        return archive.current().map(kept -> OfficeFile.read(kept.text()));
    }

    /** Takes the file of a box that has none yet. */
    public synchronized Result first(byte[] yaml) {
        return switch (OfficeFile.read(yaml)) {
            case Reading.Faulty faulty -> new Result.Refused(faulty.faults());
            case Reading.Good good -> {
                Proof proof = proof(good);
                yield proof.holds()
                        ? keep(good.office(), good.contacts(), new By("start", null), null, proof, archive::replace)
                        : new Result.Refused(proof.faults());
            }
        };
    }

    /** Takes a file in place of the office that is in force; {@code onlyIf}: only in place of that version. */
    Result change(CurrentOffice current, byte[] yaml, Visitor by, @Nullable String onlyIf) {
        return change(current, yaml, by, onlyIf, archive::replace);
    }

    /** The same; {@code keeping} writes what belongs to the change in the same transaction. */
    synchronized Result change(
            CurrentOffice current, byte[] yaml, Visitor by, @Nullable String onlyIf, Keeping keeping) {
        if (onlyIf != null && !onlyIf.equals(version())) {
            return new Result.Stale();
        }
        return switch (OfficeFile.read(yaml)) {
            case Reading.Faulty faulty -> new Result.Refused(faulty.faults());
            case Reading.Good good ->
                change(current, good, new By(by.name(), by.pass().id()), onlyIf, keeping);
        };
    }

    private Result change(CurrentOffice current, Reading.Good good, By by, @Nullable String onlyIf, Keeping keeping) {
        Proof proof = proof(good);
        Office office = good.office().withSecretsOf(current.get());
        if (!proof.holds()) {
            return new Result.Refused(proof.faults());
        }
        Instant now = clock.now();
        if (installed(current.get(), now) && !installed(office, now)) {
            return new Result.Refused(List.of(LOCKED_OUT));
        }
        Office known = office.withAccounts(office.accounts().stream()
                .map(account -> known(account, current.get()))
                .toList());
        Result result = keep(known, good.contacts(), by, onlyIf, proof, keeping);
        if (result instanceof Result.Taken taken) {
            current.replace(taken.office());
        }
        return result;
    }

    /** Gives an account another password; its sessions and tokens end, except the one that asks. */
    synchronized Result password(CurrentOffice current, Visitor by, String password) {
        Office office = current.get();
        Office changed = office.withAccounts(office.accounts().stream()
                .map(one -> one.name().equals(by.name()) ? one.withPassword(new Secret.Plain(password)) : one)
                .toList());
        By asking = new By(by.name(), by.pass().id());
        Result result = keep(changed, List.of(), asking, version(), new Proof(List.of(), List.of()), archive::replace);
        if (result instanceof Result.Taken taken) {
            current.replace(taken.office());
        }
        return result;
    }

    /** Somebody can log in and change the office. */
    public static boolean installed(Office office, Instant now) {
        return office.accounts().stream()
                .filter(account -> account.role() == Account.Role.INSTALLER && account.password() != null)
                .anyMatch(account -> Gate.here(office, account, now));
    }

    /** What a file is worth: every fault it has, those of its scripts over a year included, and the warnings. */
    Proof check(byte[] yaml) {
        return switch (OfficeFile.read(yaml)) {
            case Reading.Faulty faulty -> new Proof(faulty.faults(), List.of());
            case Reading.Good good -> proof(good);
        };
    }

    private Proof proof(Reading.Good good) {
        Proof proof = YearProof.of(good.office(), good.lines(), clock.now());
        List<Fault> warnings = new ArrayList<>(proof.warnings());
        warnings.addAll(MusicWanted.missing(good.office(), good.lines(), music));
        return new Proof(proof.faults(), warnings);
    }

    /** Who makes a change, and by which pass, which goes on whatever it changes. */
    private record By(String name, @Nullable String pass) {}

    /** A password that is the old one keeps its hash: nobody is thrown out for a file that was sent twice. */
    private Account known(Account account, Office before) {
        Secret old = before.account(account.name()).map(Account::password).orElse(null);
        return account.password() instanceof Secret.Plain plain
                        && old instanceof Secret.Hashed hashed
                        && passwords.matches(plain.text(), hashed.encoded())
                ? account.withPassword(old)
                : account;
    }

    private Result keep(
            Office office, List<ContactEntry> entries, By by, @Nullable String onlyIf, Proof proof, Keeping keeping) {
        Office safe = PhoneSecrets.made(office, random);
        Office hashed =
                safe.withAccounts(safe.accounts().stream().map(this::hashed).toList());
        contacts.merge(entries);
        Optional<OfficeArchive.Kept> kept =
                keeping.keep(OfficeFile.write(hashed, List.of(), true), by.name(), clock.now(), onlyIf);
        if (kept.isEmpty()) {
            return new Result.Stale();
        }
        keepAccounts(hashed, by.pass());
        return new Result.Taken(hashed, kept.get().version(), warnings(office, proof));
    }

    /** Whoever installs is told which telephones have been given a secret; never the secret itself. */
    private static List<Fault> warnings(Office before, Proof proof) {
        List<Fault> all = new ArrayList<>(proof.warnings());
        for (int i = 0; i < before.people().size(); i++) {
            if (PhoneSecrets.wants(before.people().get(i))) {
                all.add(new Fault(0, "people[" + i + "].secret", "has been made up: the file with secrets shows it"));
            }
        }
        return all;
    }

    private Account hashed(Account account) {
        return account.password() instanceof Secret.Plain plain
                ? account.withPassword(new Secret.Hashed(passwords.hash(plain.text())))
                : account;
    }

    /** Passes hang on accounts: those of an account that is gone, or has another password, go with it. */
    private void keepAccounts(Office office, @Nullable String stays) {
        Set<String> names = office.accounts().stream().map(Account::name).collect(Collectors.toSet());
        accounts.all().stream()
                .map(Accounts.Login::name)
                .filter(name -> !names.contains(name))
                .forEach(accounts::remove);
        for (Account account : office.accounts()) {
            String hash = account.password() instanceof Secret.Hashed hashed ? hashed.encoded() : "";
            accounts.put(new Accounts.Login(account.name(), account.role(), account.person(), hash), stays);
        }
    }

    /**
     * Somebody says that they are not there today, or are there again. It is no change of the scripts: nothing is tried on a year, and it
     * is taken whatever the page is about to change.
     */
    public synchronized void absentToday(CurrentOffice current, Extension who, boolean absent) {
        Office now = current.get();
        Instant at = clock.now();
        LocalDate today = at.atZone(now.info().timeZone()).toLocalDate();
        Office changed = now.withPeople(now.people().stream()
                .map(person -> !person.extension().equals(who) || person.absentOn(today) == absent
                        ? person
                        : absent ? person.absent(today, "sick") : person.backOn(today))
                .toList());
        if (!changed.equals(now)) {
            archive.replace(OfficeFile.write(changed, List.of(), true), who.digits(), at, null);
            current.replace(changed);
        }
    }

    /** Of the office in force. */
    String version() {
        return archive.current().map(OfficeArchive.Kept::version).orElse("");
    }

    Passwords passwords() {
        return passwords;
    }

    /** The file of an office as it goes out. */
    static byte[] file(Office office, List<ContactEntry> contacts, boolean withSecrets) {
        return OfficeFile.write(office, contacts, withSecrets).getBytes(StandardCharsets.UTF_8);
    }
}
