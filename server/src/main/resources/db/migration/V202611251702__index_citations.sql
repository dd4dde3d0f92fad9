-- Which rows cite a document: whoever reads one of them reads the document.
CREATE INDEX task_source ON task (source_document);
CREATE INDEX task_extension ON task (extension_document);
CREATE INDEX recommendation_response ON recommendation (response_document);
