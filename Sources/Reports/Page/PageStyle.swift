/// The one style of every page: light, dark and print, from 320 pixels up, without an inline style anywhere.
///
/// What is below the first screen is laid out when somebody comes near it: the first paint waits for less. The margin
/// is room for the outlines, which such a section would cut off.
///
/// The shades go by meaning, from what is of concern to what is fine, and from dark to light, so that they differ in
/// grey, too; in the dark it is the other way round. What a part is stands in it, or above it, in words.
///
/// Every pair of text and ground has a contrast of at least 4.5 to 1; a test lets axe-core measure it.
let pageStyle = """
    :root{color-scheme:light dark;--ink:#1a1c20;--soft:#4a4f57;--paper:#fff;--line:#767b84;--shade:#f1f2f4;\
    --link:#0b4ea2;--alarm:#a31515;--c1:#7a1f3d;--t1:#fff;--c2:#e3a542;--t2:#1a1c20;--c3:#b5d6ea;--t3:#1a1c20;\
    --c4:#eef6f1;--t4:#1a1c20;--cn:#cfd2d7;--tn:#1a1c20;--co:#fff;--to:#1a1c20}
    @media (prefers-color-scheme:dark){:root{--ink:#eceef1;--soft:#b9bfc8;--paper:#16181c;--line:#8a909a;\
    --shade:#22252b;--link:#8cc2ff;--alarm:#ff9d9d;--c1:#f7b3ca;--t1:#16181c;--c2:#8a5c16;--t2:#fff;--c3:#1d4c6b;\
    --t3:#fff;--c4:#1d2b25;--t4:#eceef1;--cn:#454a53;--tn:#fff;--co:#16181c;--to:#eceef1}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1rem;max-width:50rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);\
    background:var(--paper);overflow-wrap:anywhere}
    h1,h2,h3,h4{line-height:1.25;margin:1.6em 0 .5em}
    h1{font-size:1.7rem}h2{font-size:1.35rem;border-top:2px solid var(--line);padding-top:.6em}h3{font-size:1.15rem}
    h4{font-size:1rem}
    a{color:var(--link)}
    a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,\
    summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-100rem}.skip:focus{position:static}
    .marking{border:2px solid var(--ink);padding:.5rem .8rem;font-weight:600}
    .contents ol{columns:18rem;padding-left:2rem}.contents li{margin:0 0 .3rem;break-inside:avoid}\
    .contents .at{float:right;padding-left:1rem}@media print{.contents ol{columns:auto}}
    ul{padding-left:1.3rem}li{margin:.25rem 0}
    blockquote{margin:.5rem 0;padding:.3rem 1rem;border-left:4px solid var(--line);white-space:pre-wrap;\
    background:var(--shade)}
    .wide{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;width:100%}
    th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top;min-width:4.5rem;\
    overflow-wrap:break-word}
    thead th{background:var(--shade)}
    figure{margin:1rem 0}figcaption{color:var(--soft);font-size:.9rem}
    svg{display:block;max-width:none}
    svg text{font:13px system-ui,sans-serif;fill:var(--ink)}svg .strong{font-weight:700}
    rect{stroke:var(--ink);stroke-width:1}
    .fill-first{fill:var(--c1)}.fill-second{fill:var(--c2)}.fill-third{fill:var(--c3)}.fill-fourth{fill:var(--c4)}
    .fill-neutral{fill:var(--cn)}.fill-open{fill:var(--co);stroke-dasharray:4 3}
    svg .on-first{fill:var(--t1)}svg .on-second{fill:var(--t2)}svg .on-third{fill:var(--t3)}
    svg .on-fourth{fill:var(--t4)}svg .on-neutral{fill:var(--tn)}svg .on-open{fill:var(--to)}
    .arrow{fill:none;stroke:var(--ink);stroke-width:1.5}.arrow.possible{stroke-dasharray:5 4}
    .arrow.circle{stroke-width:3.5}.head{fill:var(--ink)}
    main>section:nth-of-type(n+3){content-visibility:auto;contain-intrinsic-size:auto 60rem;margin:0 -.7rem;\
    padding:0 .7rem}
    form,.review,#review{background:var(--shade);border:1px solid var(--line);padding:.6rem 1rem;margin:1rem 0}
    #filter .field{display:inline-block;vertical-align:top;margin:0 1.5rem 0 0}
    .answer:target{outline:3px solid var(--link);outline-offset:.4rem}
    @media (max-width:30rem){th,td{padding:.25rem;font-size:.875rem;min-width:3rem}}
    .field label,.review label,.review select{display:block;font-weight:600;margin:.6rem 0 .2rem}
    .review label.choice{font-weight:400;display:block}
    input,select,textarea,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);\
    padding:.4rem .5rem;max-width:100%;border-radius:0}
    textarea{width:100%}
    input[type=radio]{accent-color:var(--link)}
    button{font-weight:600;border:2px solid var(--ink);min-height:2.75rem}
    summary{font-weight:600;min-height:1.75rem}
    fieldset{border:1px solid var(--line)}
    .problem{border:4px solid var(--alarm);padding:.5rem 1rem;background:var(--paper)}.problem a{color:var(--alarm)}
    [hidden]{display:none}.on-paper{display:none}.hint{color:var(--soft);font-size:.9rem;margin:.3rem 0}
    @page{size:A4;margin:18mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
    @media print{:root{--ink:#000;--soft:#333;--paper:#fff;--line:#666;--shade:#fff;--link:#000;--c1:#7a1f3d;\
    --t1:#fff;--c2:#e3a542;--t2:#000;--c3:#b5d6ea;--t3:#000;--c4:#eef6f1;--t4:#000;--cn:#cfd2d7;--tn:#000;--co:#fff;\
    --to:#000}
    main>section:nth-of-type(n+3){content-visibility:visible}
    body{max-width:none;padding:0;font-size:10.5pt}form,.review,#review,.skip{display:none}
    .on-paper,.answer[hidden],.area[hidden]{display:block}
    .levels{font-size:9pt}.levels summary{list-style:none;min-height:0}.levels ul{margin:.1rem 0}
    .levels::details-content{content-visibility:visible;block-size:auto;display:block}
    main{counter-reset:part}section>h2{counter-increment:part}section>h2::before{content:counter(part) ". "}
    #cover,#position{font-size:9.5pt;line-height:1.35}#cover h1{font-size:15pt;margin:.2em 0}#position h2{margin-top:.6em}
    #position h3{margin:.7em 0 .25em}#position p,#position ul,#cover ul{margin:.3em 0}#position li,#cover li{margin:.1em 0}
    .wide{overflow:visible}th,td{min-width:0}svg{width:100%;height:auto}
    h2,h3,h4{break-after:avoid}article,figure,tr,blockquote{break-inside:avoid}
    rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
