// The room of Rendering.
