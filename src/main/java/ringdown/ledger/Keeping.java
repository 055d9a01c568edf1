package ringdown.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a settled talk keeps (CONTRACT §3, SITUATIONS 3). One of 20 s or more with voice on both sides keeps all that is owed to that
 * party. A shorter one keeps only the promise that this very call opened (announced, then somebody lifted after all) and that covers no
 * other call; a promise that older calls hang on stays owed.
 */
record Keeping(PromiseBook promises, OpenCall call, Ending ending) {
    private static final double KEEPING_SECONDS = 20;

    List<Posting> postings() {
        boolean reached = ending.voiceBothSides() && ending.talkSeconds() >= KEEPING_SECONDS;
        return reached ? all() : ownAlone();
    }

    private List<Posting> all() {
        Map<String, Promise> mine = new LinkedHashMap<>();
        own().ifPresent(p -> mine.put(p.id(), p));
        promises.all(call.contactId(), call.number()).forEach(p -> mine.put(p.id(), p));
        if (call.direction() == Direction.OUT) {
            promises.all(null, call.called()).stream()
                    .filter(p -> call.contactId() == null || p.contactId() == null)
                    .forEach(p -> mine.put(p.id(), p));
        }
        return mine.values().stream()
                .filter(p -> !agreedHere(p))
                .map(this::kept)
                .toList();
    }

    private List<Posting> ownAlone() {
        return own().filter(p -> p.calls().equals(List.of(call.id())) && !agreedHere(p))
                .map(p -> List.of(kept(p)))
                .orElse(List.of());
    }

    /** What was agreed in a talk is for later: that talk itself does not keep it. */
    private boolean agreedHere(Promise promise) {
        return promise.matter().inTalk() && promise.callId().equals(call.id());
    }

    private Optional<Promise> own() {
        return Optional.ofNullable(call.promiseId).flatMap(promises::owed);
    }

    private Posting kept(Promise promise) {
        boolean dialled = call.direction() == Direction.OUT && call.via().matches("[0-9]{1,8}");
        String who = dialled ? call.via() : ending.answeredBy();
        return promises.settled(promise, Promise.State.KEPT, "talk", who, ending.at(), promise.reason());
    }
}
