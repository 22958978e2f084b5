"""Where officers change the text of the services their agency keeps."""
