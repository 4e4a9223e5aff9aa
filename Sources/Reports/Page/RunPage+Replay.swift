import Pictures

/// The timeline and the racks, which share the moment that is looked at.
extension RunPage {
    var replay: Part? {
        Part(
            "replay", "Timeline and racks",
            note: "Drag or use the arrow keys to move in time, Shift and arrow to go to the "
                + "next event; Ctrl and wheel to zoom; drag lanes to move along them; click a lane "
                + "to go to that moment.",
            """
            <div class="no-js">
            \(OverviewPicture(chronicle: chronicle, end: end).svg)
            </div>
            \(Self.legend)
            \(tools)
            <div class="js-only">
            <div class="lanes" id="lanes" tabindex="0" role="region" aria-label="Lanes over time">
            <div class="lane axis"><span></span><canvas id="axis" aria-hidden="true"></canvas></div>
            <div class="needle" id="needle"></div>
            </div>
            <h3>The racks at <span id="rack-clock">this moment</span></h3>
            <p class="about note" id="about" aria-live="polite"></p>
            <div class="racks" id="racks"></div>
            <div class="tip" id="tip" role="tooltip" hidden=""></div>
            </div>
            """)
    }

    private var tools: String {
        """
        <div class="tools js-only" role="group" aria-label="The moment that is looked at">
        <button type="button" id="back" aria-label="To the event before">◀</button>
        <button type="button" id="play">Play</button>
        <button type="button" id="next" aria-label="To the next event">▶</button>
        <input type="range" id="scrub" min="0" max="\(end.count)" value="\(end.count)" step="1" \
        aria-label="Moment of the run"/>
        <output id="clock" for="scrub">\(end)</output>
        <button type="button" id="closer" aria-label="Zoom in">+</button>
        <button type="button" id="wider" aria-label="Zoom out">−</button>
        <button type="button" id="whole">Whole run</button>
        <label>by <select id="by"><option value="rack">rack</option>\
        <option value="role">role</option></select></label>
        <input type="search" id="find" placeholder="Find a machine" aria-label="Find a machine" \
        size="14"/>
        </div>
        """
    }

    private static var legend: String {
        let states = StateFamily.allCases.map {
            "<li><i class=\"\($0.styleClass)\">\($0.letter)</i>\($0.title)</li>"
        }
        let power = [(0, "off"), (1, "starts"), (2, "ramdisk"), (3, "system"), (4, "crashed")]
            .map { "<li><u class=\"p\($0.0)\"></u> \($0.1)</li>" }
        let faults =
            "<li><i class=\"f8\" style=\"height:.25em;vertical-align:.3em\"></i>fault in force "
            + "(above a lane); switched on (line below it)</li>"
        return "<ul class=\"legend\" aria-label=\"Colours of nodes\">\n"
            + "<li class=\"name\">Nodes</li>\n" + states.joined(separator: "\n") + "\n</ul>\n"
            + "<ul class=\"legend\" aria-label=\"Marks of machines\">\n"
            + "<li class=\"name\">Machines</li>\n" + (power + [faults]).joined(separator: "\n")
            + "\n</ul>"
    }
}
