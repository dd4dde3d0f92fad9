package vn.kybao.claim;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.api.model.ClaimStatus;
import vn.kybao.api.model.Party;
import vn.kybao.document.DocumentRef;
import vn.kybao.document.SymbolCatalogue;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.problem.Texts;

/** Holds the claims of narratives against the figures in force, and against one another. */
@Singleton
public class ClaimChecks {
    private final FigureClaims figures;
    private final ChangeClaims changes;
    private final DocumentClaims documents = new DocumentClaims();

    ClaimChecks(Texts texts) {
        this.figures = new FigureClaims();
        this.changes = new ChangeClaims(texts);
    }

    /**
     * What claims are held against.
     *
     * @param organization whose report it is
     * @param bench its figures, with the definitions of at least the {@link #indicators} of the claims
     * @param symbols the symbols of issuers of documents
     * @param cited what is known of the documents and issuers that the claims name
     */
    public record Ground(OrganizationRef organization, Workbench bench, SymbolCatalogue symbols, Cited cited) {}

    /**
     * What claims name.
     *
     * @param documents the registered documents that are open to the reader, by id
     * @param names what issuers are called
     */
    public record Cited(Map<String, DocumentRef> documents, Map<Party, String> names) {
        public static final Cited NOTHING = new Cited(Map.of(), Map.of());
    }

    /**
     * A claim where it stands.
     *
     * @param claim the claim
     * @param period the period of its section, or that the section plans for
     * @param planned whether the section plans for it, so that nothing in it says what was reached
     * @param links to where it stands: the section
     */
    public record Placed(Claim claim, CalendarPeriod period, boolean planned, List<String> links) {}

    /** The indicators that claims are about. */
    public static Set<String> indicators(Collection<Claim> claims) {
        Set<String> codes = new TreeSet<>();
        for (Claim claim : claims) {
            if (claim.getIndicator() != null) {
                codes.add(claim.getIndicator());
            }
        }
        return codes;
    }

    /** What is doubtful about one claim; one that was dismissed is not looked at. */
    public List<Note> check(Ground ground, Placed placed) {
        if (placed.claim().getStatus() == ClaimStatus.DISMISSED) {
            return List.of();
        }
        Statement statement = Statement.of(ground, placed);
        List<Note> notes = switch (placed.claim().getKind()) {
            case VALUE -> figures.value(statement);
            case SHARE -> placed.planned() ? List.of() : figures.share(statement, changes);
            case CHANGE -> placed.planned() ? List.of() : changes.change(statement);
            case DOCUMENT -> documents.doubts(placed, ground);
        };
        return notes.stream().map(note -> told(note, placed)).toList();
    }

    private static Note told(Note note, Placed placed) {
        Claim claim = placed.claim();
        Note told = note.actual() == null ? note.actual(claim.getText()) : note;
        List<String> links = new ArrayList<>(placed.links());
        links.addAll(note.evidence());
        return told.evidence(links).position(claim.getStart(), claim.getLength());
    }

    /** What is doubtful about all claims of a report; each mistake is told once. */
    public List<Note> checkAll(Ground ground, Collection<Placed> report) {
        List<Note> notes = new ArrayList<>();
        Set<Object> documentsTold = new HashSet<>();
        for (Placed placed : report) {
            for (Note note : check(ground, placed)) {
                boolean document = placed.claim().getKind() == ClaimKind.DOCUMENT;
                // A document is cited many times; how its number is written is one mistake.
                if (!document
                        || documentsTold.add(List.of(
                                note.code(),
                                note.values().getOrDefault("variant", ""),
                                note.values().getOrDefault("document", ""),
                                String.valueOf(note.actual())))) {
                    notes.add(note);
                }
            }
        }
        documents.dates(ground, standing(report)).forEach((placed, note) -> notes.add(told(note, placed)));
        notes.addAll(contradictions(ground, report));
        return notes;
    }

    /**
     * Where a report states two figures of one thing that cannot both be. One that differs from the figure in force is told
     * of by that, and not again.
     */
    public List<Note> contradictions(Ground ground, Collection<Placed> report) {
        return Contradictions.find(standing(report).stream()
                .map(placed -> Statement.of(ground, placed))
                .toList());
    }

    private static List<Placed> standing(Collection<Placed> report) {
        return report.stream()
                .filter(placed -> placed.claim().getStatus() != ClaimStatus.DISMISSED)
                .toList();
    }
}
