/// How the pages of reports look: light and dark, wide and narrow, on a screen and on paper.
///
/// The colours of states are those of Okabe and Ito, which people with any kind of colour vision
/// tell apart; letters, words and shapes say the same.
enum PageStyle {
    static let text = colours + ground + parts + timeline + paper

    private static let colours = """
        :root { color-scheme: light dark; --ground: #fbfcfd; --card: #ffffff; --ink: #16202a; \
        --soft: #52616f; --line: #d5dde5; --faint: #edf1f5; --link: #0b5fa5; --mark: #16202a; \
        --good: #00795a; --good-ground: #e3f4ee; --bad: #b23c00; --bad-ground: #fdeee5; \
        --odd: #8a6100; --odd-ground: #fdf5dc; \
        --f0: #b4bec8; --f1: #56b4e9; --f2: #e69f00; --f3: #cfe39a; --f4: #0072b2; --f5: #009e73; \
        --f6: #cc79a7; --f7: #f0e442; --f8: #d55e00; --stretch: #8fa3b5; }
        @media (prefers-color-scheme: dark) { :root { --ground: #0e1318; --card: #151c23; \
        --ink: #e6edf3; --soft: #9fb0bf; --line: #2c3843; --faint: #1c252e; --link: #7cc0f8; \
        --mark: #ffffff; --good: #4fd1a5; --good-ground: #10291f; --bad: #ff9a66; \
        --bad-ground: #331a0d; --odd: #f0c75e; --odd-ground: #2d260f; \
        --f0: #5f6c78; --f3: #b7cc7e; --f4: #3d9bd9; --f5: #12b083; --stretch: #5d7183; } }

        """

    private static let ground = """
        * { box-sizing: border-box; } [hidden] { display: none !important; }
        html { scroll-padding-top: 4rem; }
        body { margin: 0; background: var(--ground); color: var(--ink); \
        font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        main, body > header, body > footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
        body > header { display: flex; gap: 1rem; align-items: baseline; padding-top: 1.1rem; \
        color: var(--soft); font-size: .85rem; flex-wrap: wrap; }
        body > header nav { margin-left: auto; display: flex; gap: .9rem; flex-wrap: wrap; }
        body > footer { padding-top: 2rem; padding-bottom: 3rem; color: var(--soft); \
        font-size: .85rem; }
        a { color: var(--link); } a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
        .skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: .5rem; \
        background: var(--card); padding: .4rem .8rem; z-index: 9; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: .4rem 0 .2rem; letter-spacing: -.01em; \
        overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 0 0 .35rem; } h3 { font-size: .95rem; margin: 1rem 0 \
        .3rem; }
        p { margin: .3rem 0 .7rem; max-width: 46rem; } .soft, .note { color: var(--soft); }
        .note { font-size: .88rem; }
        code, .mono { font: .87em/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, \
        monospace; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; \
        padding: 1.1rem 1.25rem; margin: 1rem 0; }
        button, input, select { font: inherit; color: inherit; background: var(--card); \
        border: 1px solid var(--line); border-radius: 6px; padding: .2rem .6rem; }
        button { cursor: pointer; } button:hover { background: var(--faint); }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        .wide { overflow-x: auto; }
        th, td { text-align: left; padding: .34rem .9rem .34rem 0; vertical-align: top; \
        border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        th { color: var(--soft); font-weight: 600; font-size: .82rem; white-space: nowrap; }
        tbody tr:last-child > * { border-bottom: 0; }
        td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td.t { white-space: nowrap; font-variant-numeric: tabular-nums; }

        """

    private static let parts = """
        .verdict { border-radius: 10px; padding: .8rem 1.1rem; margin: .6rem 0 .9rem; display: \
        grid; grid-template-columns: auto 1fr; gap: .1rem 1rem; \
        align-items: center; border-left: 6px solid var(--soft); }
        .verdict .sign { width: 2.6rem; height: 2.6rem; grid-row: span 2; }
        .verdict strong { font-size: 1.25rem; } .verdict p { margin: 0; max-width: none; \
        overflow-wrap: anywhere; }
        .verdict.good { border-left-color: var(--good); background: var(--good-ground); }
        .verdict.bad { border-left-color: var(--bad); background: var(--bad-ground); }
        .verdict.odd { border-left-color: var(--odd); background: var(--odd-ground); }
        .good .word { color: var(--good); } .bad .word { color: var(--bad); }
        .odd .word { color: var(--odd); }
        .facts { display: flex; flex-wrap: wrap; gap: .35rem 1.6rem; margin: .8rem 0 0; }
        .facts div { display: flex; gap: .4rem; } .facts dt { color: var(--soft); }
        .facts dd { margin: 0; overflow-wrap: anywhere; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); \
        gap: .8rem; margin: 1rem 0; padding: 0; list-style: none; }
        .tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; \
        padding: .7rem .9rem; } .tiles b { display: block; font-size: 1.35rem; line-height: 1.25; \
        font-variant-numeric: tabular-nums; } .tiles span { color: var(--soft); font-size: .85rem; }
        .command { display: flex; gap: .6rem; align-items: center; margin: .35rem 0; }
        .command code { flex: 1; background: var(--faint); border: 1px solid var(--line); \
        border-radius: 6px; padding: .35rem .6rem; overflow-x: auto; white-space: pre; }
        .question { white-space: pre-line; }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .82rem; \
        color: var(--soft); margin: .5rem 0; padding: 0; list-style: none; }
        .legend i { display: inline-block; width: 1.15rem; height: 1.15rem; border-radius: 3px; \
        margin-right: .35em; vertical-align: -.25em; font: 700 .75rem/1.15rem ui-monospace, \
        monospace; text-align: center; color: #10161c; } .legend .name { font-weight: 600; }
        .f0 { background: var(--f0); fill: var(--f0); } .f1 { background: var(--f1); fill: \
        var(--f1); }
        .f2 { background: var(--f2); fill: var(--f2); } .f3 { background: var(--f3); fill: \
        var(--f3); }
        .f4 { background: var(--f4); fill: var(--f4); } .f5 { background: var(--f5); fill: \
        var(--f5); }
        .f6 { background: var(--f6); fill: var(--f6); } .f7 { background: var(--f7); fill: \
        var(--f7); }
        .f8 { background: var(--f8); fill: var(--f8); }
        .story { list-style: none; margin: 0; padding: 0; max-height: 32rem; overflow: auto; }
        .story li { display: grid; grid-template-columns: 5.2rem 1fr; padding: .14rem .3rem; }
        .story li.phase { font-weight: 650; margin-top: .45rem; }
        .story li.bad { color: var(--bad); } .story li.odd { color: var(--odd); }
        .story a { color: inherit; text-decoration: none; font-variant-numeric: tabular-nums; \
        opacity: .75; } .story a:hover { text-decoration: underline; }
        .story li.now { background: var(--faint); border-radius: 4px; }
        .narrow { max-width: 46rem; } .question + details { margin-top: -.4rem; }
        .bar { display: flex; height: 1.9rem; border-radius: 5px; overflow: hidden; \
        margin: .6rem 0; } .bar i { display: block; min-width: 1px; border-right: 1px solid \
        var(--card); font: 12px/1.9rem system-ui, sans-serif; color: #0c1116; overflow: hidden; \
        white-space: nowrap; text-overflow: clip; padding-left: .3rem; } .bar i.f4 { color: \
        #fff; } \
        .bar i.thin { padding: 0; }
        svg { display: block; max-width: 100%; height: auto; }
        svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
        svg text.soft { fill: var(--soft); }
        .grid { stroke: var(--line); stroke-width: 1; fill: none; }
        .curve { fill: none; stroke: var(--f4); stroke-width: 2; }
        .curve.second { stroke: var(--soft); stroke-dasharray: 5 4; stroke-width: 1.5; }
        .needle-at { stroke: var(--mark); stroke-width: 1.5; stroke-opacity: .6; }
        .swatch { display: inline-block; width: .8em; height: .8em; border-radius: 2px; \
        margin-right: .5em; } .t-neutral { background: var(--stretch); }
        summary { cursor: pointer; color: var(--link); margin: .5rem 0; }
        svg .axis { stroke: var(--line); fill: none; } .band { fill: var(--faint); }
        .dot { fill: var(--f4); fill-opacity: .6; } .low { fill: var(--f8); } \
        .high { fill: var(--f8); }
        .area { fill: var(--f4); fill-opacity: .16; } .fails { fill: var(--bad); }
        .t-neutral { fill: var(--stretch); } .t-good { fill: var(--f5); } .t-odd { fill: \
        var(--f2); }
        .t-bad { fill: var(--f8); }

        """

    private static let timeline = """
        .tools { position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: .5rem; \
        align-items: center; background: var(--card); padding: .5rem 0; \
        border-bottom: 1px solid var(--line); }
        .tools output { font-variant-numeric: tabular-nums; font-weight: 650; min-width: 4.6rem; \
        text-align: right; } .tools input[type=range] { flex: 1 1 14rem; padding: 0; \
        accent-color: var(--link); min-width: 8rem; }
        .lanes { max-height: 44rem; overflow-y: auto; position: relative; touch-action: pan-y; }
        .lane { display: grid; grid-template-columns: 13rem 1fr; align-items: center; \
        min-height: 20px; }
        .lane.head { border-top: 1px solid var(--faint); }
        .lane > span, .lane > button { overflow: hidden; text-overflow: ellipsis; \
        white-space: nowrap; font-size: .82rem; text-align: left; padding: 0 .5rem 0 0; \
        border: 0; background: none; }
        .lane > span { padding-left: 1.05rem; } .lane.sub > span { padding-left: 1.9rem; \
        color: var(--soft); }
        .lane > button::before { content: "\\25B8"; display: inline-block; width: 1.05rem; } \
        .lane > button[aria-expanded=true]::before { content: "\\25BE"; }
        .lane canvas { display: block; width: 100%; cursor: crosshair; }
        .lane.found > span { font-weight: 700; color: var(--ink); }
        .kind { font-size: .75rem; letter-spacing: .06em; text-transform: uppercase; \
        color: var(--soft); margin: .55rem 0 .1rem; }
        .lane.axis { position: sticky; top: 0; background: var(--card); z-index: 2; }
        .needle { position: absolute; top: 0; bottom: 0; width: 0; border-left: 2px solid \
        var(--mark); pointer-events: none; z-index: 1; }
        .tip { position: fixed; z-index: 10; max-width: 24rem; background: var(--ink); \
        color: var(--ground); border-radius: 6px; padding: .35rem .6rem; font-size: .82rem; \
        pointer-events: none; white-space: pre-line; }
        .racks { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); \
        gap: 1rem; } .rack { max-width: 30rem; } .rack h3 { margin: 0 0 .3rem; } \
        .rack h3 span { display: block; font-weight: 400; color: var(--soft); font-size: .8rem; }
        .cells { display: grid; gap: 3px; grid-template-columns: 1fr; }
        .cell { position: relative; display: grid; grid-template-columns: 1.3rem 1fr auto .8rem; \
        align-items: center; gap: .35rem; border: 2px solid transparent; border-radius: 5px; \
        padding: 0 .35rem 0 0; font-size: .8rem; height: 1.55rem; background: var(--faint); \
        overflow: hidden; white-space: nowrap; cursor: pointer; width: 100%; text-align: left; }
        .cell b { height: 100%; display: grid; place-items: center; color: #10161c; \
        font: 700 .75rem/1 ui-monospace, monospace; } .cell b.f4 { color: #fff; }
        .legend i.f4 { color: #fff; }
        .cell em { font-style: normal; color: var(--soft); overflow: hidden; \
        text-overflow: ellipsis; } .cell span { overflow: hidden; text-overflow: ellipsis; }
        .cell u, .legend u { display: inline-block; width: .68rem; height: .68rem; \
        border-radius: 50%; border: 1.5px solid var(--soft); text-decoration: none; }
        .p1 u, u.p1 { border-style: dotted; } \
        .p2 u, u.p2 { background: linear-gradient(90deg, var(--soft) 50%, transparent 50%); }
        .p3 u, u.p3 { background: var(--soft); } \
        .p4 u, u.p4 { border-color: var(--bad); border-radius: 0; background: var(--bad); }
        .cell.faulty { border-color: var(--bad); } .cell.faulty span::before { content: "! "; \
        color: var(--bad); font-weight: 800; }
        .cell.aside { opacity: .75; background: repeating-linear-gradient(135deg, var(--faint) 0 \
        6px, var(--line) 6px 9px); } .cell.picked { outline: 2px solid var(--link); }
        .dense .cells { grid-template-columns: repeat(auto-fill, 1.5rem); }
        .dense .cell { grid-template-columns: 1fr; height: 1.5rem; padding: 0; } \
        .dense .cell span, .dense .cell em, .dense .cell u { display: none; }
        .dense .cell.p0 b { opacity: .45; }
        .about { min-height: 3.2rem; white-space: pre-line; } .js-only { display: none; }
        .js .js-only { display: block; } .js .tools.js-only { display: flex; } \
        .js .no-js { display: none; }

        """

    private static let paper = """
        @media (max-width: 46rem) { main, body > header, body > footer { padding: 0 .7rem; } \
        section { padding: .8rem; } .lane { grid-template-columns: 7rem 1fr; } \
        .command { flex-wrap: wrap; } .story li { grid-template-columns: 4.4rem 1fr; } \
        .facts { gap: .2rem 1.1rem; } }
        @media print { :root { --ground: #fff; --card: #fff; --ink: #000; --soft: #333; } \
        body { font-size: 11px; } section { break-inside: avoid; border-color: #bbb; } \
        .js .js-only, .js .tools.js-only, nav, .command button { display: none; } \
        .js .no-js { display: block; } .story { max-height: none; } \
        * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        @media (prefers-reduced-motion: no-preference) { .needle { transition: left .08s linear; } }
        """
}
