"""Asked, answered, limited, taken back: consent opens grounds and ends them at the next statement."""
