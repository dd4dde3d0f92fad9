package vn.kybao.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/** Reads a multipart form: in memory, bounded, in NFC, its fields checked against the contract's schema as JSON is. */
@Singleton
public final class FormIntake {
    private static final int MOST_PARTS = 100;
    private static final int MOST_BUFFERED = 16 * 1024 * 1024;
    private static final Pattern BOUNDARY = Pattern.compile("(?i).*;\\s*boundary=\"?([^\";]+)\"?.*");

    /** One part. */
    private record Part(String name, byte[] bytes, @Nullable String fileName) {}

    public FormBody read(byte[] bytes, @Nullable String contentType, Schema schema) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        Map<String, SentFile> files = new HashMap<>();
        List<Note> notes = new ArrayList<>();
        for (Part part : parts(bytes, contentType == null ? "" : contentType)) {
            if (tree.has(part.name())) {
                notes.add(Note.error(ProblemCode.REPEATED_PARAMETER)
                        .at("/" + SchemaNotes.escaped(part.name()))
                        .with("parameter", part.name()));
            } else if (isFile(part.name(), schema)) {
                String fileName = part.fileName() == null ? "" : part.fileName();
                files.put(part.name(), new SentFile(part.name(), fileName, part.bytes()));
                tree.put(part.name(), "");
            } else {
                String text = new String(part.bytes(), StandardCharsets.UTF_8);
                tree.put(part.name(), Normalizer.normalize(text, Normalizer.Form.NFC));
            }
        }
        notes.addAll(SchemaNotes.of(SchemaNotes.essential(schema.validate(tree)), schema));
        return new FormBody(new JsonBody(bytes, tree, notes), files);
    }

    private static boolean isFile(String name, Schema schema) {
        return schema.getSchemaNode()
                .path("properties")
                .path(name)
                .path("format")
                .asText()
                .equals("binary");
    }

    private static List<Part> parts(byte[] bytes, String contentType) {
        requireWhole(bytes, contentType);
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(bytes));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false, StandardCharsets.UTF_8),
                    request,
                    StandardCharsets.UTF_8,
                    MOST_PARTS,
                    MOST_BUFFERED);
            List<Part> parts = new ArrayList<>();
            for (InterfaceHttpData found : decoder.getBodyHttpDatas()) {
                if (found instanceof HttpData data) {
                    parts.add(new Part(
                            data.getName(), data.get(), data instanceof FileUpload file ? file.getFilename() : null));
                }
            }
            return parts;
        } catch (DecoderException
                | IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException broken) {
            throw malformed();
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    /** The decoder takes what breaks off for what has ended. */
    private static void requireWhole(byte[] bytes, String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.matches()
                || !new String(bytes, StandardCharsets.ISO_8859_1).contains("--" + boundary.group(1) + "--")) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(Note.error(ProblemCode.MALFORMED_BODY).with("variant", "multipart"));
    }
}
