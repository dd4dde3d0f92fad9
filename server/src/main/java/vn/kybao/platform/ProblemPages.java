package vn.kybao.platform;

import jakarta.inject.Singleton;
import vn.kybao.problem.Language;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.Texts;

/** The page behind a problem type: what it means and what to do, in both languages. */
@Singleton
final class ProblemPages {
    private final Texts texts;

    ProblemPages(Texts texts) {
        this.texts = texts;
    }

    String page(ProblemCode code) {
        return """
                <!doctype html>
                <html lang="vi">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}\
                code{background:#f2f2f2;padding:.1em .3em}</style>
                </head>
                <body>
                <p><code>%s</code> · HTTP %d</p>
                %s
                <hr>
                %s
                </body>
                </html>
                """.formatted(
                        escaped(texts.title(code, Language.VI)),
                        code.code(),
                        code.status(),
                        part(code, Language.VI),
                        part(code, Language.EN));
    }

    private String part(ProblemCode code, Language language) {
        return """
                <section lang="%s">
                <h1>%s</h1>
                <p>%s</p>
                <p>%s</p>
                </section>""".formatted(
                        language.tag(),
                        escaped(texts.title(code, language)),
                        escaped(texts.text(code.code(), language).replaceAll("\\{(\\w+)}", "…")),
                        escaped(texts.help(code, language)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
