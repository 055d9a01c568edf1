package ringdown.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallingOrder;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseQuery;
import ringdown.number.Extension;
import ringdown.office.Topic;
import ringdown.office.Trial;
import ringdown.quality.Part;
import ringdown.quality.Quality;
import ringdown.quality.Review;

/** What is to be done today: whom to call, what to decide, which matters are due. */
final class MorningTasks {
    private static final int SHOWN = 50;
    private static final int UNCLASSED_DAYS = 7;

    private final Rooms rooms;
    private final Quality quality;
    private final OfficeTime time;
    private final CallViews calls;
    private final QualityViews views;
    private final ProposalViews proposals;

    MorningTasks(Rooms rooms, OfficeTime time, CallViews calls, QualityViews views, ProposalViews proposals) {
        this.rooms = rooms;
        this.quality = rooms.quality();
        this.time = time;
        this.calls = calls;
        this.views = views;
        this.proposals = proposals;
    }

    private record Matter(Promise promise, Topic topic) {}

    /** In the order of GET /api/tocall, and as much of it. */
    Map<String, @Nullable Object> toCall(Instant now, Set<Extension> strangers) {
        List<Promise> all = new CallingOrder(rooms.office().get())
                .of(rooms.ledger().owed(), now).stream()
                        .filter(promise -> !PromiseQuery.isOnlyOf(strangers, promise))
                        .toList();
        return Fields.of("value", all.size())
                .and("due", count(all, promise -> !promise.dueAt().isAfter(now)))
                .and("overdue", count(all, promise -> !promise.overdueAt().isAfter(now)))
                .and(
                        "items",
                        calls.toCall(all.stream().limit(SHOWN).toList(), now).stream()
                                .map(Fields::map)
                                .toList())
                .map();
    }

    private static long count(List<Promise> all, Predicate<Promise> which) {
        return all.stream().filter(which).count();
    }

    /** {@code decides}: others see how much there is, not what. */
    Map<String, @Nullable Object> decide(Instant now, boolean decides, Set<Extension> strangers) {
        List<Matter> complaints = matters(now, matter -> matter.topic().complaint());
        Part unclassed = quality.unclassed(since(now), now, Query.MOST);
        return Fields.of(
                        "reviews",
                        Fields.of("value", quality.reviews().open())
                                .and(
                                        "items",
                                        (decides
                                                        ? quality.reviews()
                                                                .list(Boolean.TRUE, SHOWN, null)
                                                                .items()
                                                        : List.<Review>of())
                                                .stream()
                                                        .collect(Collectors.collectingAndThen(
                                                                Collectors.toList(), views::reviews))
                                                        .stream()
                                                        .map(Fields::map)
                                                        .toList())
                                .map())
                .and(
                        "complaints",
                        Fields.of("value", complaints.size())
                                .and("items", promises(seen(complaints, strangers)))
                                .map())
                .and("proposals", proposals(now, decides))
                .and(
                        "unclassed",
                        Fields.of("value", unclassed.n())
                                .and("of", unclassed.of())
                                .and("calls", QualityViews.newest(unclassed.calls()))
                                .map())
                .map();
    }

    /** Those that nobody has decided about, and trials that are over. */
    private Map<String, @Nullable Object> proposals(Instant now, boolean decides) {
        List<Fields> all = new ArrayList<>();
        quality.proposals().open().forEach(one -> all.add(proposals.open(one)));
        quality.proposals().decided().stream()
                .filter(trial -> trial.over(now))
                .forEach(trial -> all.add(proposals.decided(trial, now)));
        return Fields.of("value", all.size())
                .and("items", decides ? all.stream().map(Fields::map).toList() : List.of())
                .map();
    }

    /** In a trial period from its beginning, else a week. */
    private Instant since(Instant now) {
        LocalDate today = now.atZone(time.zone()).toLocalDate();
        Trial trial = rooms.office().get().trial();
        if (trial != null && !today.isBefore(trial.from()) && !today.isAfter(trial.to())) {
            return Period.day(trial.from(), time);
        }
        return Period.day(today.minusDays(UNCLASSED_DAYS), time);
    }

    /** Matters that must be settled by the end of today, by the level that solves them. */
    List<?> matters(Instant now, Set<Extension> strangers) {
        Map<Integer, List<Matter>> byLevel = new TreeMap<>();
        seen(matters(now, any -> true), strangers)
                .forEach(matter -> byLevel.computeIfAbsent(matter.topic().level(), level -> new ArrayList<>())
                        .add(matter));
        return byLevel.entrySet().stream()
                .map(entry -> Fields.of("level", entry.getKey())
                        .and("value", entry.getValue().size())
                        .and("items", promises(entry.getValue()))
                        .map())
                .toList();
    }

    private static List<Matter> seen(List<Matter> matters, Set<Extension> strangers) {
        return matters.stream()
                .filter(matter -> !PromiseQuery.isOnlyOf(strangers, matter.promise()))
                .toList();
    }

    private List<?> promises(List<Matter> matters) {
        return calls.promises(matters.stream().map(Matter::promise).toList()).stream()
                .map(Fields::map)
                .toList();
    }

    private List<Matter> matters(Instant now, Predicate<Matter> which) {
        Instant midnight = Period.day(now.atZone(time.zone()).toLocalDate().plusDays(1), time);
        List<Promise> due = rooms.ledger().owed().stream()
                .filter(promise ->
                        !promise.calls().isEmpty() && promise.overdueAt().isBefore(midnight))
                .toList();
        Map<String, CallEntry> newest =
                rooms
                        .ledger()
                        .calls(due.stream()
                                .map(promise -> promise.calls().getLast())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CallEntry::id, Function.identity()));
        return due.stream()
                .flatMap(promise ->
                        topic(newest.get(promise.calls().getLast())).map(topic -> new Matter(promise, topic)).stream())
                .filter(which)
                .toList();
    }

    private Optional<Topic> topic(@Nullable CallEntry call) {
        return Optional.ofNullable(call)
                .map(CallEntry::topic)
                .flatMap(name -> rooms.office().get().topics().stream()
                        .filter(topic -> topic.name().equals(name))
                        .findFirst());
    }
}
