package vn.kybao.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A multipart form as browsers send it. */
public final class Multipart {
    public static final String TYPE = "multipart/form-data; boundary=kybao-test-boundary";
    private static final String BOUNDARY = "--kybao-test-boundary";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** One more field. */
    public Multipart field(String name, String value) {
        return part("form-data; name=\"" + name + '"', null, value.getBytes(StandardCharsets.UTF_8));
    }

    /** One more file. */
    public Multipart file(String name, String fileName, byte[] content) {
        return part(
                "form-data; name=\"" + name + "\"; filename=\"" + fileName + '"', "application/octet-stream", content);
    }

    private Multipart part(String disposition, String type, byte[] content) {
        write(BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n");
        write(type == null ? "\r\n" : "Content-Type: " + type + "\r\n\r\n");
        bytes.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        try {
            bytes.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        write(BOUNDARY + "--\r\n");
        return bytes.toByteArray();
    }
}
