package ringdown.web;

import io.javalin.config.RoutesConfig;
import ringdown.ledger.Acquaintance;
import ringdown.ledger.Classing;
import ringdown.voicemail.Forwarding;

/** One of each resource, made from the rooms they show. */
final class Resources {
    private final Rooms rooms;
    private final Gate gate;
    private final OfficeTime time;
    private final Refers refers;
    private final CallViews views;
    private final PeopleResource people;
    private final OverridesResource overrides;
    private final BoardResource board;
    private final CopperResource copper;
    private final SimulatorResource far;
    private final LineAudio audio;
    private final LiveEvents events;
    private final LiveRing ring;
    private final Beside.Source beside;
    private final GoneMessages gone = new GoneMessages();
    private final Sight sight;

    Resources(WebSettings settings, Rooms rooms, LiveRing ring) {
        this.rooms = rooms;
        this.ring = ring;
        gate = new Gate(rooms.office(), rooms.passes(), rooms.clock());
        time = new OfficeTime(rooms.office());
        refers = new Refers(rooms.office());
        beside = new Beside.Source(rooms.ledger(), rooms.messages(), rooms.contacts());
        views = new CallViews(rooms.ledger(), beside, rooms.office(), rooms.clock(), time, rooms.parkedCalls());
        overrides = new OverridesResource(rooms.overrides(), rooms.clock(), time);
        people = new PeopleResource(rooms.office(), rooms.presence(), rooms.ledger());
        LineBook lines = new LineBook(rooms.office(), rooms.lines(), rooms.clock(), time);
        board = new BoardResource(settings, rooms, lines, time);
        copper = new CopperResource(rooms, lines, time);
        far = new SimulatorResource(rooms.farSide(), rooms.office(), rooms.clock(), time);
        audio = new LineAudio(far, gate, rooms.clock());
        sight = new Sight(rooms.office(), rooms.ledger(), rooms.presence(), rooms.clock());
        events = new LiveEvents(ring, rooms, views, people, overrides, lines, board, gone, sight);
    }

    Gate gate() {
        return gate;
    }

    LiveEvents events() {
        return events;
    }

    LineAudio audio() {
        return audio;
    }

    void routes(RoutesConfig routes) {
        new OpenApiResource().routes(routes);
        new LoginResource(rooms.office(), rooms.passes(), rooms.clock(), rooms.changes(), rooms.farSide() != null)
                .routes(routes);
        new TokensResource(rooms.passes(), rooms.clock(), time).routes(routes);
        new BansResource(rooms.bans(), time).routes(routes);
        board.routes(routes);
        copper.routes(routes);
        new LiveResource(ring, gate).routes(routes);
        Classing classing =
                new Classing(rooms.office(), rooms.ledger(), rooms.contacts(), rooms.classes(), rooms.clock());
        new CallsResource(rooms.office(), rooms.ledger(), classing, rooms.clock(), time, views, refers, sight)
                .routes(routes);
        new RecordingsResource(rooms.office(), rooms.ledger(), rooms.recordings(), rooms.pausedTalks()).routes(routes);
        new ImportResource(rooms, time).routes(routes);
        new TasksResource(rooms, time).routes(routes);
        new PromisesResource(rooms, time, views, refers, sight).routes(routes);
        Forwarding forwarding = new Forwarding(rooms.messages(), rooms.ledger(), rooms.office(), rooms.clock());
        new MessagesResource(rooms.messages(), forwarding, views, gone, sight).routes(routes);
        new LedgerResource(rooms.ledger(), rooms.clock(), time).routes(routes);
        QualityViews figures = new QualityViews(rooms.office(), beside, time);
        new ReviewsResource(rooms.quality().reviews(), rooms.clock(), figures).routes(routes);
        new FiguresResource(rooms.quality(), rooms.clock(), time, figures).routes(routes);
        new TrialResource(rooms.office(), rooms.quality(), time).routes(routes);
        ProposalViews proposals = new ProposalViews(rooms.quality().proposals(), time);
        new CallsOutResource(rooms, time, refers).routes(routes);
        new DeviationsResource(rooms, time, proposals).routes(routes);
        new MorningResource(rooms, time, views, figures, proposals, people, sight).routes(routes);
        people.routes(routes);
        overrides.routes(routes);
        Acquaintance acquaintance =
                new Acquaintance(rooms.office(), rooms.ledger(), rooms.contacts(), rooms.classes(), rooms.clock());
        new AddressBookResource(rooms.contacts(), acquaintance, rooms.office()).routes(routes);
        new AcquaintanceResource(rooms, acquaintance, refers, sight).routes(routes);
        new LearnedResource(rooms, time, classing).routes(routes);
        new ContactsResource(rooms.contacts(), rooms.ledger(), acquaintance, refers).routes(routes);
        new OfficeResource(rooms.office(), rooms.changes(), rooms.contacts(), acquaintance).routes(routes);
        new PromptsResource(rooms.prompts()).routes(routes);
        new MusicResource(rooms.prompts().music(), rooms.office()).routes(routes);
        new GreetingsResource(rooms.prompts().greetings(), rooms.office()).routes(routes);
        new WhatIfResource(rooms, time, refers).routes(routes);
        far.routes(routes);
        new SimulatedLines(far).routes(routes);
        new SimulatedTelephones(far).routes(routes);
        audio.routes(routes);
    }
}
