// The room of DataModel.
