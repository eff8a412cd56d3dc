package io.github.recsyseval.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** What a reader sees of a report in one of its forms. */
final class Plain {
    private Plain() {}

    /** Markdown as text: code without its marks, entities and escapes resolved. */
    static String markdown(String markdown) {
        return markdown.replaceAll("(?<!\\\\)`([^`\n]*)`", "$1")
                .replaceAll("\\\\(.)", "$1")
                .replace("&#124;", "|")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** HTML as text: the file is well-formed XML once its two void-tag forms are closed. */
    static String html(String html) throws Exception {
        String body = html.substring(html.indexOf("<body>"));
        return text(xml(body.replace("</html>", "").strip()));
    }

    /** XML, attributes and text. */
    static String text(Document document) {
        StringBuilder out = new StringBuilder();
        append(document.getDocumentElement(), out);
        return out.toString();
    }

    static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void append(Node node, StringBuilder out) {
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            out.append(attributes.item(i).getNodeValue()).append('\n');
        }
        if (node.getNodeType() == Node.TEXT_NODE) {
            out.append(node.getNodeValue());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            append(child, out);
        }
    }
}
