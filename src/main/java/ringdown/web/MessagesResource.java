package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import ringdown.ledger.Page;
import ringdown.voicemail.Forwarding;
import ringdown.voicemail.Message;
import ringdown.voicemail.Messages;

/** What was left after the tone. */
final class MessagesResource {
    private final Messages messages;
    private final CallViews views;
    private final GoneMessages gone;
    private final Sight sight;
    private final Forwarding forwarding;

    MessagesResource(Messages messages, Forwarding forwarding, CallViews views, GoneMessages gone, Sight sight) {
        this.forwarding = forwarding;
        this.sight = sight;
        this.gone = gone;
        this.messages = messages;
        this.views = views;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/messages", this::list);
        routes.get("/api/messages/{id}", request -> Answers.json(request, views.message(mine(request), false)));
        routes.patch("/api/messages/{id}", this::patch);
        routes.delete("/api/messages/{id}", this::delete);
        routes.post("/api/messages/{id}/forward", this::forward);
        routes.get("/api/messages/{id}/audio.wav", this::audio);
    }

    private void list(Context request) {
        Query query = new Query(request);
        int limit = query.limit();
        String mailbox = query.text("mailbox");
        Page<Message> page = query.after(after -> messages.list(mailbox, limit, after));
        Visitor visitor = Visitor.of(request);
        Answers.page(
                request,
                page.items().stream()
                        .filter(m -> sight.mailbox(visitor, m.mailbox()))
                        .toList(),
                page.next(),
                message -> views.message(message, false));
    }

    private Message mine(Context request) {
        Message message =
                messages.get(request.pathParam("id")).orElseThrow(() -> Refusal.notFound("there is no such message"));
        if (!sight.mailbox(Visitor.of(request), message.mailbox())) {
            throw Refusal.forbidden("this is not your mailbox");
        }
        return message;
    }

    private void patch(Context request) {
        Message message = mine(request);
        Body body = Body.of(request);
        boolean heard = body.flag("heard").orElse(message.heard());
        boolean urgent = body.flag("urgent").orElse(message.urgent());
        if (heard != message.heard() && !messages.mark(message.id(), heard)) {
            throw Refusal.notFound("there is no such message");
        }
        if (urgent != message.urgent()) {
            messages.markUrgent(message.id(), urgent);
        }
        Answers.json(request, views.message(mine(request), false));
    }

    private void forward(Context request) {
        Message message = mine(request);
        Body body = Body.of(request);
        String to = body.required("to");
        if (to.equals(message.mailbox())) {
            throw Refusal.bad("to", "the message lies in that box already");
        }
        Message there = forwarding
                .forward(message, to, Visitor.of(request).by(), body.text("note"))
                .orElseThrow(() -> Refusal.bad("to", "there is no box \"" + to + "\", or the message's sound is gone"));
        Answers.json(request, 201, views.message(there, false));
    }

    private void delete(Context request) {
        Message message = mine(request);
        gone.remember(message);
        if (!messages.delete(message.id())) {
            throw Refusal.notFound("there is no such message");
        }
        Answers.none(request);
    }

    /** Whoever fetches the sound, whole or in part, has heard it, as on any voicemail; a PATCH takes that back. */
    private void audio(Context request) throws IOException {
        Message message = mine(request);
        try (var _ = messages.listening(message.id())) {
            sent(request, message);
        }
    }

    /** The file is open when this returns: what is deleted then is still sent. */
    private void sent(Context request, Message message) throws IOException {
        Path file =
                messages.audio(message.id()).orElseThrow(() -> Refusal.notFound("the sound of the message is gone"));
        WavAnswer.send(request, file);
        if (!message.heard()
                && request.statusCode() < 300
                && !request.req().getMethod().equals("HEAD")) {
            messages.mark(message.id(), true);
        }
    }
}
