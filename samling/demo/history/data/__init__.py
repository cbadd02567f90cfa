"""What the invented lives are drawn from: shares and spans, and what people say."""
