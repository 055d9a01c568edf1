package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import ringdown.audio.Wav;
import ringdown.audio.progress.TonePicture;
import ringdown.call.LineTrait;
import ringdown.call.OutsideLine;
import ringdown.call.RawTake;
import ringdown.number.Dialled;
import ringdown.number.PhoneNumber;
import ringdown.office.Account.Role;
import ringdown.office.CurrentOffice;
import ringdown.office.Port;

/** One outside line for whoever installs it (LINES rule 18): its settings, what it has taught, its test. Sounds and deeds are the installer's. */
final class CopperResource {
    private static final String LINE = "/api/lines/{port}";

    private final CurrentOffice office;
    private final Lines lines;
    private final LineCalls calls;
    private final Nights nights;
    private final LineBook book;
    private final CopperViews views;

    CopperResource(Rooms rooms, LineBook book, OfficeTime time) {
        this.office = rooms.office();
        this.lines = rooms.lines();
        this.calls = rooms.lineCalls();
        this.nights = rooms.nights();
        this.book = book;
        this.views = new CopperViews(time);
    }

    void routes(RoutesConfig routes) {
        routes.get(LINE, this::line);
        routes.delete(LINE + "/learnt/{trait}", this::undo);
        routes.get(LINE + "/readings/{id}/sound.wav", this::sound);
        routes.get(LINE + "/readings/{id}/tone", this::tone);
        routes.post(LINE + "/test", this::test);
        routes.get(LINE + "/test", this::lastTest);
        routes.post(LINE + "/call", this::call);
        routes.post(LINE + "/raw", this::recordNext);
        routes.get(LINE + "/raw", this::take);
        routes.get(LINE + "/raw.wav", this::taken);
        routes.delete(LINE + "/raw", this::dropTake);
    }

    private OutsideLine asked(Context request) {
        String port = request.pathParam("port");
        return lines.outsideLines().stream()
                .filter(line -> line.via().equals(port))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("there is no such line"));
    }

    private void line(Context request) {
        OutsideLine line = asked(request);
        LineBook.Entry entry = book.find(line.via()).orElseThrow(() -> Refusal.notFound("there is no such line"));
        Answers.json(
                request,
                book.view(entry)
                        .and("oneWay", !line.duplex())
                        .and(
                                "settings",
                                Port.of(line.via())
                                        .flatMap(port -> office.get().line(port))
                                        .map(CopperViews::settings)
                                        .orElse(null))
                        .and(
                                "learnt",
                                line.lessons().stream()
                                        .map(lesson -> views.lesson(lesson).map())
                                        .toList())
                        .and(
                                "releases",
                                line.releases().stream().map(views::reading).toList())
                        .and(
                                "night",
                                nights.last(line.via())
                                        .map(night -> views.night(night).map())
                                        .orElse(null))
                        .and(
                                "test",
                                line.lastTest()
                                        .map(test -> views.test(test).map())
                                        .orElse(null))
                        .and(
                                "meter",
                                line.meter()
                                        .map(meter -> CopperViews.meter(meter).map())
                                        .orElse(null))
                        .and(
                                "raw",
                                line.take().map(take -> views.take(take).map()).orElse(null)));
    }

    private void undo(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        LineTrait trait = LineTrait.ofWord(request.pathParam("trait"))
                .orElseThrow(() -> Refusal.notFound("a line teaches nothing of that name"));
        asked(request).forget(trait);
        Answers.none(request);
    }

    private short[] heard(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        return asked(request)
                .evidence(request.pathParam("id"))
                .orElseThrow(() -> Refusal.notFound("no sound of it is kept"));
    }

    private void sound(Context request) {
        WavAnswer.send(request, heard(request));
    }

    private void tone(Context request) {
        Answers.json(request, CopperViews.tone(TonePicture.of(heard(request))));
    }

    /** Callers must find a line meanwhile. */
    private void test(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        OutsideLine line = asked(request);
        List<OutsideLine> others =
                lines.outsideLines().stream().filter(one -> one != line).toList();
        if (others.stream().noneMatch(one -> one.state() == OutsideLine.State.IDLE && one.free())) {
            throw Refusal.conflict("a second free line is needed meanwhile");
        }
        if (!line.test()) {
            throw Refusal.conflict("the line is not free, or cannot be tested");
        }
        Answers.json(request, 202, Fields.of("port", line.via()));
    }

    private void lastTest(Context request) {
        Answers.json(
                request,
                asked(request)
                        .lastTest()
                        .map(views::test)
                        .orElseThrow(() -> Refusal.notFound("the line has not been tested since the start")));
    }

    /** A talk is on it: the installer's only, and the call's record says so. */
    private void recordNext(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        OutsideLine line = asked(request);
        if (!line.takeNext()) {
            throw Refusal.conflict("it is no line of copper");
        }
        Answers.json(
                request, 202, views.take(line.take().orElseThrow(() -> Refusal.conflict("it is no line of copper"))));
    }

    private void take(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        Answers.json(
                request,
                asked(request)
                        .take()
                        .map(views::take)
                        .orElseThrow(() -> Refusal.notFound("no call was to be recorded")));
    }

    private void taken(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        RawTake.Sound sound =
                asked(request).taken().orElseThrow(() -> Refusal.notFound("no call has been recorded to its end"));
        WavAnswer.send(request, Wav.bytes(sound.heard(), sound.sent()));
    }

    private void dropTake(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        asked(request).dropTake();
        Answers.none(request);
    }

    /** A mobile of whoever installs the line: they hear how it sounds. Help is not called for a test. */
    private void call(Context request) {
        Visitor.of(request).mustBe(Role.INSTALLER);
        OutsideLine line = asked(request);
        switch (calls.call(line.via(), number(Body.of(request).required("number")))) {
            case CallBacks.Answer.Rings rings -> Answers.json(request, 202, Fields.of("callId", rings.callId()));
            case CallBacks.Answer.NotNow not -> throw Refusal.conflict(not.why());
            case CallBacks.Answer.NoSuchPromise _, CallBacks.Answer.NoSuchPerson _ ->
                throw Refusal.notFound("there is no such line");
        }
    }

    private PhoneNumber number(String dialled) {
        Dialled meant = office.get().dialPlan().dialled(dialled.replaceAll("[ ()-]", ""));
        PhoneNumber number = meant instanceof Dialled.Outside outside ? outside.number() : null;
        if (number == null) {
            throw Refusal.bad("number", "a number outside is wanted");
        }
        return number;
    }
}
