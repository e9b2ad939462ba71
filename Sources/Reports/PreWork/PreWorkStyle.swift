/// How an invitee's page looks, beside what is so on every page.
let preWorkStyle = """
    #answers{background:none;border:0;padding:0;margin:0}#answers:focus{outline:none}
    .mark{background:var(--shade);border:1px solid var(--line);padding:.1rem 1rem .6rem;margin:1rem 0}
    #fingerprint{font-family:ui-monospace,monospace;overflow-wrap:normal}
    #progress{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:2px solid var(--line);margin:0;padding:.5rem 0;font-weight:600}
    html{scroll-padding-top:4rem}
    .question{margin:1.2rem 0;padding:.4rem 1rem .8rem;min-width:0}
    form h2,.mark h2{border:0;margin:.4em 0;padding:0}#answers>h2{border-top:2px solid var(--line);margin-top:1.6em;padding-top:.6em}
    .question legend,#role legend{font-weight:600;padding:0;float:left;width:100%;margin:.3rem 0}.question legend+*,#role legend+*{clear:both}
    .question legend .name{display:block;color:var(--soft);font-size:.9rem;font-weight:400}
    .choice{display:flex;gap:.6rem;align-items:baseline;padding:.45rem 0;min-height:2.25rem}
    .choice input{flex:none;width:1.1rem;height:1.1rem;margin:0;position:relative;top:.15rem}
    .choice span{min-width:0}
    .reason,.question details{margin:.4rem 0 .4rem 1.7rem}
    .reason label,.question details label,.field label{display:block;font-weight:600;margin:.4rem 0 .2rem}
    .reason input,.field input{width:100%}
    .clear{font-weight:400;border-width:1px;margin-left:1.7rem}
    @media (max-width:30rem),(max-height:30rem){#progress{position:static}html{scroll-padding-top:0}
    .question{padding:.3rem .6rem .6rem}.reason,.question details,.clear{margin-left:0}}
    @media print{#answers{display:block}#answers[hidden]{display:none}.question{break-inside:avoid}.choice{padding:.1rem 0;min-height:0}
    #progress{position:static;border:0}.question details,.clear,.question [hidden],.question[hidden],#save,#more{display:none}
    .question .on-paper{white-space:pre-wrap}.question .on-paper[hidden]{display:none}}
    """
