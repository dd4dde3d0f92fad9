package vn.kybao.enumeration;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import vn.kybao.api.EnumerationsApi;
import vn.kybao.api.model.Enumeration;
import vn.kybao.api.model.EnumerationList;
import vn.kybao.api.model.EnumerationValue;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.contract.Contract;
import vn.kybao.http.Answers;
import vn.kybao.problem.Language;
import vn.kybao.problem.Texts;

/** The contract's own enumerations, with the labels of the message catalogue. */
@Controller
class EnumerationController implements EnumerationsApi {
    private final Contract contract;
    private final Texts texts;
    private final Answers answers;

    EnumerationController(Contract contract, Texts texts, Answers answers) {
        this.contract = contract;
        this.texts = texts;
        this.answers = answers;
    }

    @Override
    public HttpResponse<EnumerationList> listEnumerations() {
        List<Enumeration> all =
                contract.enumerations().stream().map(this::enumeration).toList();
        return answers.list(new EnumerationList().items(all), null);
    }

    private Enumeration enumeration(String name) {
        List<EnumerationValue> values = contract.enumeration(name).stream()
                .map(code -> new EnumerationValue()
                        .code(code)
                        .label(new LocalizedText()
                                .vi(texts.text(name + "." + code, Language.VI))
                                .en(texts.text(name + "." + code, Language.EN))))
                .toList();
        return new Enumeration().name(name).values(values);
    }
}
